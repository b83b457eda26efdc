import fc from "fast-check";
import { body, contract, type Json, json, object, ref, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";
import { anyObject, anyProperties, anySchema, propertyNames, scalar, type schemaNames } from "./any-schema.ts";

/** Path segments; an empty template gets a name. */
const SEGMENTS = [
  "rows",
  "recent",
  "all",
  "a%20b",
  "@me",
  "{}",
  "{}",
  "{}",
  "{}.json",
  "row-{}",
  "{}-row",
  "{}:archive",
] as const;
const PATH_NAMES = ["rowId", "row-id", "straße", "a.b", "prototype", "$id"] as const;
const QUERY_NAMES = [
  "a&b",
  "top#",
  "created>=",
  "filter[status]",
  "x=y",
  "a+b",
  "ü",
  "page",
  "valueOf",
  "q?",
  "ids[]",
  "a b",
] as const;

const METHODS = { get: "get", post: "create", put: "update", patch: "change", delete: "delete" } as const;
type Method = keyof typeof METHODS;

/** A path that differs from the others not only in the names of its templates. */
const path = fc
  .array(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 3 })
  .map((segments) => `/${segments.join("/")}`);

const direction = fc.constantFrom("inline", "reference");

interface Part {
  readonly schema: Json;
  readonly required: boolean;
  readonly by: string;
}

const part: fc.Arbitrary<Part> = fc.record({ schema: scalar, required: fc.boolean(), by: direction });
const queryPart: fc.Arbitrary<Part> = fc.oneof(
  part,
  fc.record({
    schema: fc
      .tuple(scalar, fc.constantFrom({}, { maxItems: 2 }, { uniqueItems: true }, { minItems: 2 }))
      .map(([items, bounds]) => ({ type: "array", items, ...bounds })),
    required: fc.boolean(),
    by: direction,
  }),
);
const pathPart = part.filter(({ schema }) => schema.type !== "boolean");

const anyOperation = fc.record({
  method: fc.constantFrom(...(Object.keys(METHODS) as Method[])),
  path,
  pathParts: fc.array(pathPart, { minLength: 3, maxLength: 3 }),
  pathNames: fc.shuffledSubarray([...PATH_NAMES], { minLength: 3, maxLength: 3 }),
  query: fc.uniqueArray(fc.tuple(fc.constantFrom(...QUERY_NAMES), queryPart), {
    selector: ([name]) => name,
    maxLength: 3,
  }),
  body: fc.option(fc.record({ properties: anyProperties(anySchema(["FormA"]), propertyNames), by: direction }), {
    freq: 3,
  }),
  output: fc.record({
    kind: fc.constantFrom("array", "object", "nothing"),
    name: fc.constantFrom("One", "Two", "FormA"),
    bounds: fc.constantFrom({}, {}, { minItems: 1 }, { maxItems: 2 }, { uniqueItems: true }),
    by: direction,
  }),
  errors: fc.subarray(["400", "404", "422"]),
});
type AnyOperation = typeof anyOperation extends fc.Arbitrary<infer Value> ? Value : never;

const form = anyObject(anySchema([], 1)).map((schema) => ({
  ...schema,
  properties: { ...(schema.properties as Json), kind: text },
}));

const named = fc.record({
  One: anyObject(anySchema(["Two", "Three", "FormA"])),
  Two: anyObject(anySchema(["Three", "FormB"])),
  // No array of itself, which is rejected, but an object can contain itself.
  Three: anySchema(["FormA", "FormB"]).filter(
    (schema) => !("$ref" in schema) && (schema.type === "object" || !JSON.stringify(schema).includes("/Three")),
  ),
  FormA: form,
  FormB: form,
  Parent: form.map((schema) => ({ ...schema, discriminator: { propertyName: "kind" } })),
  child: anyObject(anySchema(["FormA"], 1)).map((schema) => ({ allOf: [ref("Parent"), schema] })),
} satisfies Record<(typeof schemaNames)[number], unknown>);

/** A contract of supported constructs. */
export const anyContract: fc.Arbitrary<OpenApi> = fc
  .tuple(fc.array(anyOperation, { minLength: 1, maxLength: 4 }), named)
  .map(([operations, schemas]) => assemble(operations, schemas));

type Components = Record<"schemas" | "parameters" | "responses" | "requestBodies", Record<string, unknown>>;

function assemble(operations: readonly AnyOperation[], schemas: Json): OpenApi {
  const components: Components = {
    schemas: { ...schemas, Problem: object({ message: text }) },
    parameters: {},
    responses: {},
    requestBodies: {},
  };
  const paths = new Map<string, { path: string; item: Record<string, unknown> }>();
  for (const [index, operation] of operations.entries()) {
    // A path of a new shape keeps its names; one of a known shape joins that path.
    const known = paths.get(operation.path) ?? { path: fillIn(operation), item: {} };
    if (operation.method in known.item) continue;
    paths.set(operation.path, known);
    known.item[operation.method] = render(operation, known.path, index, components);
  }
  return contract(Object.fromEntries([...paths.values()].map(({ path, item }) => [path, item])), components);
}

function fillIn({ path, pathNames }: AnyOperation): string {
  let index = 0;
  return path.replaceAll("{}", () => `{${pathNames[index++]}}`);
}

function render(operation: AnyOperation, path: string, index: number, components: Components): Json {
  const { method, pathParts, query, body: content, output, errors } = operation;
  const share = (section: keyof Components, name: string, by: string, value: unknown): unknown => {
    if (by === "inline") return value;
    components[section][name] = value;
    return ref(name, section);
  };
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const parameter = (name: string, place: string, { schema, required, by }: Part, position: number) =>
    share("parameters", `${place}${index}${position}`, by, {
      name,
      in: place,
      required: required || place === "path",
      schema: share("schemas", `${place === "path" ? "Path" : "Query"}${index}${position}`, by, schema),
    });
  const parameters = [
    ...names.map((name, position) => parameter(name, "path", pathParts[position] as Part, position)),
    ...query.map(([name, part], position) => parameter(name, "query", part, position)),
  ];
  const takesBody = content !== null && method !== "get" && method !== "delete";
  if (takesBody)
    components.schemas[`Body${index}`] = { type: "object", ...content.properties, additionalProperties: false };
  return {
    operationId: `${METHODS[method]}Row${index}`,
    parameters,
    ...(takesBody && { requestBody: share("requestBodies", `body${index}`, content.by, body(ref(`Body${index}`))) }),
    responses: {
      ...renderSuccess(output, (value) => share("responses", `Output${index}`, output.by, value)),
      ...Object.fromEntries(errors.map((status) => [status, json(ref("Problem"))])),
    },
  };
}

function renderSuccess({ kind, name, bounds }: AnyOperation["output"], share: (value: unknown) => unknown): Json {
  if (kind === "nothing") return { 204: { description: "Nothing." } };
  return { 200: share(json(kind === "object" ? ref(name) : { type: "array", items: ref(name), ...bounds })) };
}
