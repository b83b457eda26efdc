import { DATA } from "../openapi/fields.ts";
import { hasSchemas } from "../openapi/map-keyword.ts";
import type { Operation, PlanSchema } from "./operation.ts";
import type { Plan } from "./plan.ts";

/** The schemas that validate requests and responses: a constant for each named schema, used instead of references. */
export function renderContract({ operations, schemas, inlineNames }: Plan): string {
  const { names, constants } = renderConstants(schemas, inlineNames);
  const all = names.map((name) => `${name}: ${constantOf(name)}`);
  const contracts = operations.map((operation) => [operation.id, renderOperation(operation)].join(": "));
  return `import { freeze } from "../contract/freeze.js";
import type { OperationContract } from "../contract/operation-contract.js";
import type { Schema } from "../contract/schema.js";
import type { OperationId } from "./methods.js";

${constants.join("\n")}
/** Every named schema. */
export const schemas: { readonly [name: string]: Schema } = /* @__PURE__ */ freeze(${printObject(all)});

/** The request and the responses of each operation. */
export const operationContracts: { readonly [Id in OperationId]: OperationContract } = /* @__PURE__ */ freeze(${printObject(contracts)} as const);
`;
}

/** In an order in which each constant follows those that it uses; a recursive one uses a getter. */
function renderConstants(
  schemas: Plan["schemas"],
  inlineNames: ReadonlySet<string>,
): { names: string[]; constants: string[] } {
  const done = new Set<string>();
  const constants: string[] = [];

  function add(name: string): void {
    if (done.has(name)) return;
    done.add(name);
    const schema = schemas[name] ?? {};
    const print = createPrint((reference) => isDefined.has(reference));
    for (const reference of referencesOf(schema)) add(reference);
    const text = print({ ...(!inlineNames.has(name) && { name }), ...schema });
    const value = "$ref" in schema ? text : `/* @__PURE__ */ freeze(${text} as const)`;
    constants.push(`const ${constantOf(name)}: Schema = ${value};\n`);
    isDefined.add(name);
  }

  const isDefined = new Set<string>();
  for (const name of Object.keys(schemas)) add(name);
  return { names: Object.keys(schemas), constants };
}

function renderOperation({ parameters, body, responses }: Operation): string {
  const print = createPrint(() => true);
  const inputs = parameters.map(({ name, in: place, style, required, schema, example }) =>
    printFields({
      name: printData(name),
      in: printData(place),
      style: style === "plain" ? undefined : printData(style),
      required: printData(required),
      schema: print(schema),
      example: printData(example),
    }),
  );
  const described = responses.map(({ status, pointer, schema, mediaType, format, example }) => [
    /^\d+$/.test(status) ? status : JSON.stringify(status),
    printFields({
      pointer: printData(pointer),
      schema: schema && print(schema),
      mediaType: printData(mediaType),
      format: printData(format),
      example: printData(example),
    }),
  ]);
  const sent =
    body &&
    printFields({
      required: printData(body.required),
      isWhole: body.isWhole ? "true" : undefined,
      format: printData(body.format),
      mediaType: printData(body.mediaType),
      schema: print(body.schema),
      example: printData(body.example),
    });
  return printFields({
    parameters: `[${inputs.join(", ")}]`,
    body: sent,
    responses: printFields(Object.fromEntries(described)),
    success: successOf(responses),
  });
}

/** The first status of a success, one with a body if possible; 200 for a range or `default`. */
function successOf(responses: Operation["responses"]): string {
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const { status = "200" } = successes.find(({ schema }) => schema !== undefined) ?? successes[0] ?? {};
  return /^\d+$/.test(status) ? status : "200";
}

type Print = (schema: PlanSchema) => string;

function createPrint(isDefined: (name: string) => boolean): Print {
  /** Whether all constants that a value uses are defined, so that it can be printed. */
  const isReady = (value: unknown): boolean => referencesOf(value).every(isDefined);

  function print(schema: PlanSchema): string {
    if (typeof schema.$ref === "string") return constantOf(schema.$ref);
    return printObject(Object.entries(schema).map(([keyword, value]) => printKeyword(keyword, value)));
  }

  function printKeyword(keyword: string, value: unknown): string {
    const text = printValue(keyword, value);
    if (DATA.has(keyword) || isReady(value)) return `${keyword}: ${text}`;
    return `get ${keyword}() { return ${text}${/^[{[]/.test(text) ? " as const" : ""}; }`;
  }

  function printValue(keyword: string, value: unknown): string {
    if (keyword === "discriminator") {
      const { propertyName, mapping } = value as { propertyName: string; mapping: Record<string, PlanSchema> };
      return printObject([`propertyName: ${JSON.stringify(propertyName)}`, `mapping: ${printMap(mapping)}`]);
    }
    if (!hasSchemas(keyword) || typeof value !== "object") return String(printData(value));
    if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
    return keyword === "properties" ? printMap(value as Record<string, PlanSchema>) : print(value as PlanSchema);
  }

  function printMap(map: Record<string, PlanSchema>): string {
    return printObject(Object.entries(map).map(([name, schema]) => `${JSON.stringify(name)}: ${print(schema)}`));
  }

  return print;
}

/** The names of the schemas that a value of the plan references. */
function referencesOf(value: unknown, keyword = ""): string[] {
  if (typeof value !== "object" || value === null || DATA.has(keyword)) return [];
  const { $ref } = value as { $ref?: unknown };
  if (typeof $ref === "string") return [$ref];
  const isNames = keyword === "properties" || keyword === "mapping";
  return Object.entries(value).flatMap(([key, inner]) => referencesOf(inner, isNames ? "" : key));
}

function constantOf(name: string): string {
  return `${name[0]?.toLowerCase()}${name.slice(1)}Schema`;
}

/** On one line if it is short, else one line for each member. */
function printObject(members: readonly string[]): string {
  const line = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  if (line.length <= 100 && !line.includes("\n")) return line;
  return `{\n${members.map((member) => `  ${member.replaceAll("\n", "\n  ")},\n`).join("")}}`;
}

/** The members that are set. */
function printFields(fields: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(fields).filter(([, text]) => text !== undefined);
  return printObject(set.map((member) => member.join(": ")));
}

/** Undefined for undefined. */
function printData(value: unknown): string | undefined {
  return JSON.stringify(value);
}
