import { type OperationId, type OperationMap, operationTable } from "@serviceform/types";
import contract from "@serviceform/types/openapi.json" with { type: "json" };
import { checkSchema, type Finding, resolve, type Schema, type Schemas } from "./check-schema.js";

// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type * from "@serviceform/types";
export type { Finding } from "./check-schema.js";

/** Checks values against the contract. It is a [Standard Schema](https://standardschema.dev), so other libraries take it. */
export interface Validator<Value> {
  /** Where a value is not what the contract says; empty where it is. */
  check(value: unknown): readonly Finding[];
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "serviceform";
    readonly validate: (value: unknown) => { readonly value: Value } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}

/** An issue as Standard Schema has it. */
export interface Issue {
  readonly message: string;
  readonly path: readonly string[];
}

/** The validators of one operation. */
export interface OperationValidators<Id extends OperationId> {
  /** Of what the method takes. */
  readonly input: Validator<OperationMap[Id]["input"]>;
  /** Of what the method answers. */
  readonly output: Validator<OperationMap[Id]["output"]>;
  /** Of one element of what the method answers, where that is an array. */
  readonly element: Validator<OperationMap[Id]["output"] extends (infer Element)[] ? Element : never>;
}

interface OperationObject {
  readonly operationId?: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

const schemas = contract.components.schemas as Schemas;

/** A validator for what each operation takes and answers, read from the contract. */
export const validators: { readonly [Id in OperationId]: OperationValidators<Id> } = /* @__PURE__ */ readValidators();

function readValidators(): typeof validators {
  const entries = Object.keys(operationTable).map((id) => [id, readOperation(id as OperationId)]);
  return Object.freeze(Object.fromEntries(entries)) as typeof validators;
}

function readOperation(id: OperationId): OperationValidators<never> {
  const { method, path, required } = operationTable[id];
  const item = (contract.paths as unknown as Record<string, Record<string, unknown>>)[path] ?? {};
  const operation = item[method.toLowerCase()] as OperationObject;
  const [, success] = Object.entries(operation.responses).find(([status]) => status.startsWith("2")) ?? [];
  const output = schemaOf(success?.content) ?? {};
  const body = resolve(schemaOf(operation.requestBody?.content) ?? {}, schemas);
  const properties = { ...body.properties, ...readParameters([item.parameters, operation.parameters].flat()) };
  const input = { type: "object", properties, required, additionalProperties: false };
  return Object.freeze({
    input: createValidator(input),
    output: createValidator(output),
    element: createValidator(output.items ?? {}),
  });
}

function readParameters(given: readonly unknown[]): Record<string, Schema> {
  const { parameters } = contract.components as { parameters?: Record<string, unknown> };
  const resolved = given.filter(Boolean).map((entry) => {
    const { $ref } = entry as { $ref?: string };
    return ($ref ? parameters?.[$ref.split("/").at(-1) ?? ""] : entry) as { name: string; schema: Schema };
  });
  return Object.fromEntries(resolved.map(({ name, schema }) => [name, schema]));
}

function schemaOf(content: Content | undefined): Schema | undefined {
  return content?.["application/json"]?.schema;
}

function createValidator(schema: Schema): Validator<never> {
  const check = (value: unknown): readonly Finding[] => checkSchema(schemas, schema, value);
  return Object.freeze({
    check,
    "~standard": {
      version: 1,
      vendor: "serviceform",
      validate(value: unknown) {
        const issues = check(value).map(toIssue);
        return issues.length > 0 ? { issues } : { value: value as never };
      },
    },
  } as const);
}

function toIssue({ path, message }: Finding): Issue {
  const keys = path.split("/").slice(1);
  return { message, path: keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")) };
}
