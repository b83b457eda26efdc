import { codePoint } from "@serviceform/tests-samples/code-point";
import fc from "fast-check";
import { FileValue } from "../differential/file-value.ts";
import type { HostileScalars } from "../differential/hostile-value.ts";
import { integer, type Json, number, object, ref, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

const bytes: Json = { type: "string", format: "binary" };
const listOf = (items: Json): Json => ({ type: "array", items });
const boolean: Json = { type: "boolean" };

const QUERY_NAMES = ["a&b", "ids[]", "x=y", "ü", "a b", "filter[by]", "page", "q?", "toString"] as const;
const HEADER_NAMES = ["X-Time-Zone", "x_y", "Idempotency-Key"] as const;

/** A query parameter in each of its styles. */
const queryStyle = fc.constantFrom<Json>(
  { schema: text },
  { schema: number },
  { schema: listOf(text) },
  { schema: listOf(text), explode: false },
  { schema: listOf(integer), style: "pipeDelimited", explode: false },
  { schema: listOf(text), style: "pipeDelimited", explode: false },
  { schema: listOf(text), style: "spaceDelimited", explode: false },
  { schema: object({ "a b": text, size: integer, done: boolean }), style: "deepObject" },
  { schema: { type: "object", additionalProperties: integer }, style: "deepObject" },
  { schema: listOf({ allOf: [ref("Count")] }), explode: false },
  { schema: { items: integer } },
);

const parameters = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...QUERY_NAMES), queryStyle, fc.boolean()), {
      selector: ([name]) => name,
      maxLength: 3,
    }),
    fc.subarray([...HEADER_NAMES], { maxLength: 2 }),
    fc.constantFrom<Json>(text, listOf(text)),
  )
  .map(([query, headers, schema]) => [
    ...query.map(([name, style, required]) => ({ name, in: "query", required, ...style })),
    ...headers.map((name) => ({ name, in: "header", schema })),
  ]);

const count: Json = { allOf: [ref("Count")] };
const formFields = {
  ...{ note: text, tags: listOf(text), size: integer, done: boolean },
  ...{ count, counts: listOf(count), flag: { oneOf: [integer, boolean] } },
};
const fileFields = {
  ...{ ...formFields, file: bytes, more: listOf(bytes), row: ref("Row") },
  ...{ rows: listOf({ allOf: [ref("Row")] }), table: listOf(listOf(text)) },
};

/** Some of the fields of an object, the first of which is required. */
function someOf(fields: Json): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.subarray(Object.keys(fields), { minLength: 1 }), fc.constantFrom({}, { additionalProperties: false }))
    .map(([names, more]) =>
      object(Object.fromEntries(names.map((name) => [name, fields[name]])), names.slice(0, 1), more),
    );
}

const bodyContent: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    { "application/json": { schema: ref("Row") } },
    { "application/json": { schema: listOf(ref("Row")) } },
    { "application/merge-patch+json": { schema: ref("Row") } },
    { "*/*": { schema: ref("Row") } },
    { "application/json;version=2": { schema: ref("Row") } },
    { "application/json; charset=utf-8": { schema: ref("Row") } },
    { "application/json": { schema: ref("Shape") }, "text/csv": { schema: text } },
    { "text/plain": { schema: text } },
    { "image/png": { schema: bytes } },
  ),
  someOf(formFields).map((schema) => ({ "application/x-www-form-urlencoded": { schema } })),
  someOf(fileFields).map((schema) => ({ "multipart/form-data": { schema } })),
);

/** Successes of one kind, as one method returns them. */
const responses: fc.Arbitrary<Json> = fc
  .tuple(
    fc.constantFrom<readonly Json[]>(
      [{ "application/json": { schema: ref("Row") } }, { "application/json": { schema: ref("Shape") } }],
      [{ "application/vnd.row+json": { schema: listOf(ref("Row")) } }],
      [{ "application/json;version=2": { schema: {} } }],
      [{ "text/csv": { schema: text } }],
      [{ "application/pdf": { schema: bytes } }],
      [{ "text/event-stream": { schema: ref("Row") } }, { "text/event-stream": { schema: ref("Row") } }],
      [{ "text/event-stream": { schema: text } }],
      [{ "text/event-stream": { schema: ref("Note") } }, { "text/event-stream": { schema: { allOf: [ref("Note")] } } }],
      [{ "text/event-stream": { schema: { type: "string", nullable: true } } }],
    ),
    fc.constantFrom("200", "201", "2XX", "default"),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([[first, second = first], status, isSecond, isEmpty]) => {
    const several =
      status === "default" ? {} : { ...(isSecond && { 202: second }), ...(isEmpty && { 204: undefined }) };
    const entries = Object.entries<Json | undefined>({ [status]: first, ...several });
    return Object.fromEntries(
      entries.map(([key, content]) => [key, { description: "It.", ...(content && { content }) }]),
    );
  });

const security = fc.constantFrom<unknown>(
  undefined,
  [],
  [{ token: [] }],
  [{ password: [] }],
  [{ headerKey: [] }],
  [{ queryKey: [] }],
  [{ token: [], headerKey: [] }],
  [{}, { queryKey: [] }],
);

const anyOperation = fc.record({
  parameters,
  pathParameter: fc.option(fc.constantFrom<Json>(text, number, listOf(text), listOf(integer))),
  body: fc.option(fc.tuple(fc.constantFrom("post", "put", "patch"), bodyContent, fc.boolean()), { freq: 4 }),
  responses,
  security,
});

/** A contract of constructs that go beyond JSON, one key and one success. */
export const anyConstructs: fc.Arbitrary<OpenApi> = fc
  .array(anyOperation, { minLength: 2, maxLength: 5 })
  .map((operations) => {
    const entries = operations.map(({ parameters, pathParameter, body, responses, security }, index) => {
      const [method, content, required] = body ?? ["get"];
      const own = pathParameter === null ? [] : [{ name: "id", in: "path", required: true, schema: pathParameter }];
      const operation = {
        parameters: [...own, ...parameters],
        ...(content && { requestBody: { required, content } }),
        responses,
        ...(security !== undefined && { security }),
      };
      return [`/rows${index}${pathParameter === null ? "" : "/{id}"}`, { [method]: operation }] as const;
    });
    return {
      openapi: "3.0.3",
      info: { title: "Constructs", version: "1.0.0" },
      servers: [{ url: "https://api.test" }],
      security: [{ token: [] }],
      paths: Object.fromEntries(entries),
      components: { securitySchemes: SCHEMES, schemas: SCHEMAS },
    };
  });

const SCHEMES = {
  token: { type: "http", scheme: "bearer" },
  password: { type: "http", scheme: "basic" },
  headerKey: { type: "apiKey", in: "header", name: "X-Key" },
  queryKey: { type: "apiKey", in: "query", name: "access key" },
};
const SCHEMAS = {
  Count: integer,
  Note: text,
  Row: object({ id: text, size: number, tags: listOf(text) }, ["id"], { additionalProperties: false }),
  Circle: object({ kind: { type: "string", enum: ["circle"] }, radius: number }, ["kind"]),
  Shape: {
    oneOf: [ref("Circle")],
    discriminator: { propertyName: "kind", mapping: { circle: "#/components/schemas/Circle" } },
  },
};

const anyText = fc
  .tuple(fc.string({ unit: codePoint, maxLength: 6 }), fc.constantFrom("a", "é", "0", "null", "%2F", "😀"))
  .map(([some, certain]) => certain + some);

const anyFile = fc
  .tuple(
    fc.uint8Array({ maxLength: 40 }),
    fc.option(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((name) => !/%(?:0a|0d|22)/i.test(name)),
    ),
    fc.constantFrom("", "image/png", "text/plain"),
  )
  .map(([given, name, type]) => new FileValue(Uint8Array.from(given), { type, ...(name !== null && { name }) }));

/** What the operations of a contract are called with. */
export const anyScalars: fc.Arbitrary<HostileScalars> = fc.record({
  text: anyText,
  header: fc.string({ maxLength: 8 }).map((value) => `x${value}x`),
  integer: fc.maxSafeInteger(),
  number: fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((value) => !Object.is(value, -0)),
  boolean: fc.boolean(),
  file: anyFile,
});
