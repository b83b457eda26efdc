import {
  body,
  closed,
  contract,
  endpoint,
  integer,
  type Json,
  json,
  number,
  object,
  parameter,
  ref,
  text,
} from "../document.ts";

const forms = [ref("Text"), ref("File")];
const explicit = {
  propertyName: "type",
  mapping: { text: "#/components/schemas/Text", file: "#/components/schemas/File" },
};

/** Unions with a discriminator, with and without a mapping. */
export const discriminators = contract(
  {
    "/notes": endpoint("post", "createNote", {
      requestBody: body(ref("NoteInput")),
      responses: { 200: json(ref("Notes")), 422: json(ref("Problem")) },
    }),
  },
  {
    schemas: {
      Problem: object({ message: text }),
      NoteInput: closed({ explicit: ref("Explicit"), some: ref("Some") }),
      Notes: object({
        explicit: ref("Explicit"),
        implicit: ref("Implicit"),
        some: ref("Some"),
        inline: { oneOf: forms, discriminator: explicit },
        list: { type: "array", items: ref("Explicit") },
        nested: ref("Outer"),
        restricted: ref("Restricted"),
      }),
      Explicit: { oneOf: forms, discriminator: explicit },
      Restricted: {
        oneOf: forms,
        anyOf: [{ required: ["url"] }, { required: ["message"] }],
        not: { required: ["kind"] },
        discriminator: explicit,
      },
      Implicit: { oneOf: forms, discriminator: { propertyName: "type" } },
      Some: { anyOf: forms, discriminator: { ...explicit, mapping: { text: "#/components/schemas/Text" } } },
      Outer: {
        oneOf: [ref("Box"), ref("Text")],
        discriminator: { propertyName: "kind", mapping: { box: "#/components/schemas/Box" } },
      },
      Box: object({ kind: text, content: ref("Outer") }, ["kind", "content"]),
      Text: object({ id: text, type: text, kind: text, message: text }, ["id"]),
      File: object({ id: text, type: text, url: text }, ["id", "type"]),
    },
  },
);

/** Every keyword that restricts a value, by a name for each. */
export const bounds: Readonly<Record<string, Json>> = {
  minLength: { ...text, minLength: 2 },
  maxLength: { ...text, maxLength: 2 },
  pattern: { ...text, pattern: "^\\S\\p{L}*$" },
  date: { ...text, format: "date" },
  dateTime: { ...text, format: "date-time" },
  uuid: { ...text, format: "uuid" },
  email: { ...text, format: "email" },
  minimum: { ...number, minimum: 1.5 },
  maximum: { ...integer, maximum: 3 },
  exclusiveMinimum: { ...number, minimum: 0, exclusiveMinimum: true },
  exclusiveMaximum: { ...number, maximum: 3, exclusiveMaximum: true },
  notExclusive: { ...number, minimum: 1, exclusiveMinimum: false, maximum: 2, exclusiveMaximum: false },
  multipleOf: { ...integer, multipleOf: 10 },
  minItems: { type: "array", items: text, minItems: 1 },
  maxItems: { type: "array", items: text, maxItems: 2 },
  uniqueItems: { type: "array", items: {}, uniqueItems: true },
  minProperties: { type: "object", additionalProperties: true, minProperties: 1 },
  maxProperties: { type: "object", additionalProperties: true, maxProperties: 2 },
  not: { not: { type: "object", required: ["a"], properties: { a: integer } } },
  oneOf: {
    oneOf: [
      { ...text, minLength: 2 },
      { ...text, maxLength: 2 },
    ],
  },
  anyOf: { anyOf: [integer, { ...text, pattern: "^x" }] },
  allOf: { allOf: [{ ...text, minLength: 2 }, { maxLength: 3 }] },
  enum: { enum: [1, "a", { a: 1 }, [true]] },
  typeless: { minimum: 1, minLength: 2, minItems: 1, required: ["a"] },
};

const scalars = Object.entries(bounds).filter(
  ([, { type }]) => type === "string" || type === "number" || type === "integer",
);

/** Each in a body and a response; those of scalars also in the query, alone and in an array. */
export const boundedValues = contract(
  {
    "/rows": {
      post: {
        operationId: "createRow",
        requestBody: body(ref("RowInput")),
        responses: { 200: json(ref("Row")), 422: json(ref("Problem")) },
      },
      get: {
        operationId: "listRows",
        parameters: scalars.flatMap(([name, schema]) => [
          parameter(name, schema),
          parameter(`${name}List`, { type: "array", items: schema, maxItems: 3, uniqueItems: true }),
        ]),
        responses: { 204: { description: "None." }, 400: json(ref("Problem")) },
      },
    },
    "/rows/all": endpoint("get", "getAll", {
      responses: { 200: json({ type: "array", items: ref("Row"), minItems: 1, maxItems: 2, uniqueItems: true }) },
    }),
  },
  { schemas: { RowInput: closed(bounds), Row: object(bounds), Problem: object({ message: text }) } },
);

/** Values that at least one keyword accepts or rejects. */
export const samples: readonly unknown[] = [
  ...["", "a", "ab", "abc", "x1", " a", "😀", "😀😀", "😀😀😀", "é", "2024-02-29", "2025-02-29"],
  ...[
    "2024-02-29T23:59:59Z",
    "2024-02-29T24:00:00Z",
    "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11",
    "a@b.test",
    "a@b",
    "high",
  ],
  ...[0, 1, 1.5, 2, 2.5, 3, 10, 15, -10, 0.1, 9007199254740991],
  ...[
    true,
    [],
    [""],
    ["a", "b"],
    ["a", "a"],
    ["a", "b", "c"],
    [1, 1],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{}, []],
  ],
  ...[{}, { a: 1 }, { a: "1" }, { b: 1, c: 2 }, { a: 1, b: 2, c: 3 }, [true], null],
];

/** Forms beside properties, of which a value must match both. */
export const besideForms = contract(
  {
    "/rows": {
      post: { operationId: "createRow", requestBody: body(ref("Row")), responses: { 200: json(ref("Part")) } },
      put: { operationId: "updateRow", requestBody: body(ref("Marked")), responses: { 200: json(ref("Marked")) } },
    },
  },
  {
    schemas: {
      Row: object({ id: text }, ["id"], { anyOf: [object({ x: text }, ["x"]), object({ y: text }, ["y"])] }),
      Marked: object({ id: text }, ["id", "mark"]),
      Part: { allOf: [ref("Row")], anyOf: [{ required: ["x"] }, { required: ["y"] }] },
    },
  },
);
