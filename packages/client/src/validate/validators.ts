import type { OperationId, OperationMap } from "@serviceform/types";
import {
  createValidator as createSchemaValidator,
  inputSchema,
  type OperationContract,
  operationContracts,
  type Schema,
} from "@serviceform/types/contract";

/** A violation of the contract in a value. It names types, never values nor keys that the contract does not have. */
export interface Issue {
  /** A JSON pointer into the value, with `*` for a key that the contract does not name; `""` is the value itself. */
  readonly path: string;
  /** What the contract expects, such as `string`. */
  readonly expected: string;
  /** The type of the value; `missing` if there is none. */
  readonly received: string;
  /** The issue as a sentence. */
  readonly message: string;
}

/**
 * Validates values against the contract. It is a [Standard Schema](https://standardschema.dev), so other libraries
 * accept it.
 */
export interface Validator<Value> {
  /** The issues of a value; empty if it matches the contract. */
  validate(value: unknown): readonly Issue[];
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "serviceform";
    readonly validate: (value: unknown) => { readonly value: Value } | { readonly issues: readonly StandardIssue[] };
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}

/** An issue in the form of Standard Schema. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly string[];
}

/** The validators of one operation. */
export interface OperationValidators<Id extends OperationId> {
  /** Validates the input of the method. */
  readonly input: Validator<OperationMap[Id]["input"]>;
  /** Validates the result of the method. */
  readonly output: Validator<OperationMap[Id]["output"]>;
  /** Validates the result of the method by status, if there are several successes. */
  readonly outputs?: { readonly [status: number]: Validator<OperationMap[Id]["output"]> };
  /** Validates one element of the result, if it is an array. */
  readonly element: Validator<OperationMap[Id]["output"] extends (infer Element)[] ? Element : never>;
}

/**
 * Validators of the input and output of each operation, read from the contract.
 *
 * @example
 * const serviceform = createClient({ validators, validate: "warn" });
 * const issues = validators.getItem.output.validate(item);
 */
export const validators: { readonly [Id in OperationId]: OperationValidators<Id> } = /* @__PURE__ */ readValidators();

function readValidators(): typeof validators {
  const entries = Object.entries(operationContracts).map(([id, contract]) => [id, createValidators(contract)]);
  return Object.freeze(Object.fromEntries(entries)) as typeof validators;
}

function createValidators(contract: OperationContract): OperationValidators<never> {
  const successes = successesOf(contract);
  const schemas = successes.map(({ schema }) => schema);
  const items = schemas.map(({ items = {} }) => items);
  // A status that only a range covers is validated as one of all successes.
  const byStatus = successes.filter(({ status }) => /^\d+$/.test(status));
  return Object.freeze({
    input: createValidator(inputSchema(contract), true),
    output: createValidator(anyOf(schemas), false),
    element: createValidator(anyOf(items), false),
    ...(successes.length > 1 && {
      outputs: Object.fromEntries(
        byStatus.map(({ status, schema }) => [status, createValidator(schema, false)] as const),
      ),
    }),
  });
}

/** The successes with a body, by status or range; the default response counts if there are no others. */
function successesOf({ responses }: OperationContract): { status: string; schema: Schema }[] {
  const own = Object.keys(responses).filter((status) => status.startsWith("2"));
  const statuses = own.length > 0 ? own : ["default"];
  return statuses.flatMap((status) => {
    const schema = responses[status]?.schema;
    return schema ? [{ status, schema }] : [];
  });
}

function anyOf([schema = {}, ...others]: readonly Schema[]): Schema {
  return others.length === 0 ? schema : { anyOf: [schema, ...others] };
}

/**
 * Formats are validated only in input: the API rejects an invalid time or address, but may write these freely in a
 * response.
 */
function createValidator(schema: Schema, formats: boolean): Validator<never> {
  const validator = createSchemaValidator(schema, { formats });
  const validate = (value: unknown): readonly Issue[] =>
    validator.validate(value).map(({ path, expected, received }) => {
      const message = `${path || "the value"} must be ${expected}, not ${received}`;
      return { path, expected, received, message };
    });
  return Object.freeze({
    validate,
    "~standard": {
      version: 1,
      vendor: "serviceform",
      validate(value: unknown) {
        const issues = validate(value).map(toStandardIssue);
        return issues.length > 0 ? { issues } : { value: value as never };
      },
    },
  } as const);
}

function toStandardIssue({ path, message }: Issue): StandardIssue {
  const keys = path.split("/").slice(1);
  return { message, path: keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")) };
}
