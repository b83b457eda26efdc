import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { readPlan } from "./plan.ts";
import { SpecError } from "./spec-error.ts";

const TEXT = { type: "string" };
const FORM_ROW = { type: "object", properties: { name: TEXT } };
const FORM = {
  type: "object",
  properties: {
    name: TEXT,
    row: FORM_ROW,
    rows: { type: "array", items: FORM_ROW },
    file: { type: "string", format: "binary" },
  },
};
const ROW = { $ref: "#/components/schemas/Row" };
const INPUT_REF = "#/components/schemas/RowInput";
const EITHER_REF = "#/components/schemas/Either";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** One of each object that can have fields. */
const base = {
  openapi: "3.0.3",
  info: { title: "Rows", version: "1.0.0" },
  servers: [{ url: "https://api.test" }],
  security: [{ key: [] }],
  paths: {
    "/rows/{rowId}": {
      parameters: [{ name: "rowId", in: "path", required: true, schema: TEXT }],
      get: {
        operationId: "getRow",
        parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
        responses: { 200: { description: "A row.", content: { "application/json": { schema: ROW } } } },
      },
      put: {
        operationId: "updateRow",
        parameters: [],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: INPUT_REF } } },
        },
        responses: { 204: { description: "Done." } },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } },
    schemas: {
      Row: {
        type: "object",
        properties: { name: TEXT, count: { type: "integer" }, tags: { type: "array", items: TEXT } },
      },
      RowInput: { type: "object", properties: { name: TEXT }, additionalProperties: false },
      Either: {
        oneOf: [{ $ref: INPUT_REF }, { allOf: [{ required: ["a"] }, { type: "object" }] }],
      },
    },
  },
};

const PATH = ["paths", "/rows/{rowId}"];
const GET = [...PATH, "get"];
const PUT = [...PATH, "put"];
const QUERY = [...GET, "parameters", "0"];
const PARAMETER = [...PATH, "parameters", "0"];
const BODY = [...PUT, "requestBody"];
const SUCCESS = [...GET, "responses", "200"];
const JSON_TYPE = [...SUCCESS, "content", "application/json"];
const SCHEMA = ["components", "schemas", "Row"];
const NAME = [...SCHEMA, "properties", "name"];
const COUNT = [...SCHEMA, "properties", "count"];
const TAGS = [...SCHEMA, "properties", "tags"];
const INPUT = ["components", "schemas", "RowInput"];
const KEY = ["components", "securitySchemes", "key"];

/** The place, name and value of a field, and the message of its rejection; undefined if it is supported. */
type Row = readonly [
  object: string,
  at: readonly string[],
  field: string,
  value: unknown,
  expected?: string | undefined,
];

const body = (type: string, schema: object, expected?: string, encoding?: object): Row => {
  const media = { schema, ...(encoding && { encoding }) };
  return ["Request Body", BODY, "content", { [type]: media }, expected];
};
const response = (type: string, schema: object, expected?: string): Row => {
  return ["Response", SUCCESS, "content", { [type]: { schema } }, expected];
};
/** A property that refers to another schema, with these fields beside the `$ref`. */
const property = (beside: object, expected?: string, $ref = INPUT_REF): Row => {
  return ["Reference", [...SCHEMA, "properties"], "name", { $ref, ...beside }, expected];
};
/** Fields of a schema that are supported. */
const supported = (at: readonly string[], fields: object): Row[] =>
  Object.entries(fields).map(([field, value]) => ["Schema", at, field, value]);

const FILE = "spec/paths/rows_{rowId}.yaml";
const HTTPS = "has no absolute https URL";
const NOT_SUPPORTED = "which is not supported";
const STYLE =
  "which it cannot have; use form, deepObject for an object, or spaceDelimited or pipeDelimited for an array.";
const TYPE = "of a type that cannot be sent";
const KEYWORD = "which schemas of OpenAPI 3.0 do not have";

const documentation: readonly Row[] = [
  ["OpenAPI", [], "tags", [{ name: "Rows", description: "Rows.", externalDocs: { url: "https://docs.test" } }]],
  ["OpenAPI", [], "externalDocs", { url: "https://docs.test" }],
  ...["description", "termsOfService"].map((field): Row => ["Info", ["info"], field, "https://a.test"]),
  ["Info", ["info"], "contact", { name: "A", url: "https://a.test", email: "a@b.test" }],
  ["Info", ["info"], "license", { name: "MIT", url: "https://a.test" }],
  ["Server", ["servers", "0"], "description", "The server."],
  ...["summary", "description"].map((field): Row => ["Path Item", PATH, field, "Text."]),
  ...["summary", "description"].map((field): Row => ["Operation", GET, field, "Text."]),
  ["Operation", GET, "tags", ["Rows"]],
  ["Operation", GET, "externalDocs", { url: "https://docs.test" }],
  ["Operation", GET, "deprecated", true],
  ["Parameter", QUERY, "description", "Text."],
  ["Parameter", QUERY, "deprecated", true],
  ["Parameter", QUERY, "example", 1],
  ["Parameter", QUERY, "examples", { one: { summary: "One.", description: "One.", value: 1 } }],
  ["Request Body", BODY, "description", "Text."],
  ["Media Type", JSON_TYPE, "example", { name: "a" }],
  ["Media Type", JSON_TYPE, "examples", { one: { value: { name: "a" } } }],
  ["Response", SUCCESS, "headers", { "x-total": { description: "All.", schema: TEXT } }],
  ["Response", SUCCESS, "links", { self: { operationId: "getRow", parameters: { rowId: "1" } } }],
  ...["title", "description", "example", "default"].map((field): Row => ["Schema", NAME, field, "a"]),
  ["Schema", NAME, "deprecated", true],
  ["Schema", NAME, "externalDocs", { url: "https://docs.test" }],
  ["Schema", NAME, "xml", { name: "n", namespace: "https://a.test", prefix: "p", attribute: true, wrapped: false }],
  ["Security Scheme", KEY, "description", "Text."],
  ...["links", "callbacks", "headers", "examples"].map((field): Row => ["Components", ["components"], field, {}]),
  ...[[], ["info"], PATH, GET, QUERY, BODY, SUCCESS, NAME].map((at): Row => ["Extension", at, "x-any", { a: 1 }]),
];

const access: readonly Row[] = [
  ["OpenAPI", [], "paths", {}, "The document has no operation that can be called; add one."],
  ...(
    [
      [["/rows/{rowId}", "/rows/{other}"], "/rows/{other} differs from /rows/{rowId} by names of parameters or"],
      [["/a%2Db", "/a-b"], "/a-b differs from /a%2Db by names of parameters or percent-encoding alone; keep one"],
      [["/a%2fb", "/a%2Fb"], "/a%2Fb differs from /a%2fb"],
      [["/{rowId}/{rowId}"], "/{rowId}/{rowId} has the parameter {rowId} twice; rename one of them."],
      ...["/rows#byPage", "/rows?page=1", "/rows/{id}#part"].map(
        (path) => [[path], `${path} contains a query or a fragment`] as const,
      ),
      ...["/rows/{a}{b}", "/rows/{a}-{b}"].map(
        (path) => [[path], `${path} has two parameters in one segment`] as const,
      ),
      [["/rows/{a"], "/rows/{a has a brace that neither opens nor closes a template"],
      [["/rows/a b"], "/rows/a b contains a character that a URL cannot"],
      ...["/rows/../all", "/rows/../{id}", "/rows/%2E/all"].map(
        (path) => [[path], `${path} contains a dot segment`] as const,
      ),
      [["rows"], "rows does not begin with a slash"],
    ] as const
  ).map(([paths, expected]): Row => {
    const get = { responses: base.paths["/rows/{rowId}"].put.responses };
    const item = (path: string) => ({
      parameters: [...new Set(path.match(/(?<=\{)\w+/g))].map((name) => ({
        name,
        in: "path",
        required: true,
        schema: TEXT,
      })),
      get,
    });
    return ["OpenAPI", [], "paths", Object.fromEntries(paths.map((path) => [path, item(path)])), expected];
  }),
  ["OpenAPI", [], "servers", [], HTTPS],
  ["OpenAPI", [], "servers", [{ url: "https://a.test" }, { url: "https://b.test" }]],
  ["OpenAPI", [], "servers", [{ url: "http://a.test" }, { url: "/v1" }, { url: "https://a.test" }]],
  ["OpenAPI", [], "servers", [{ url: "http://a.test" }, { url: "/v1" }], HTTPS],
  ["Server", ["servers", "0"], "url", "https://{region}.test", 'whose variable "region" has no default'],
  ["OpenAPI", [], "servers", [{ url: "https://{region}.test", variables: { region: { default: "eu" } } }]],
  ...["/v1", "http://a.test", "https://a.test?b", "https://a.test#b", "https://a\n.test"].map(
    (url): Row => ["Server", ["servers", "0"], "url", url, HTTPS],
  ),
  ...["https://a.test:99999", "https://a b.test", "https://[::1"].flatMap((url): Row[] => [
    ["Server", ["servers", "0"], "url", url, "whose URL is invalid"],
    ["Path Item", PATH, "servers", [{ url }], "whose URL is invalid"],
    ["Operation", GET, "servers", [{ url }], "whose URL is invalid"],
  ]),
  ...["https://u:p@a.test", "https://u@a.test/v1", "https://@a.test"].map(
    (url): Row => ["Server", ["servers", "0"], "url", url, "whose URL has credentials"],
  ),
  ...["HTTPS://A.TEST", "https://a.test:443/@me"].map((url): Row => ["Server", ["servers", "0"], "url", url]),
  ["OpenAPI", [], "security", []],
  ["OpenAPI", [], "security", [{ key: [] }, {}]],
  ["OpenAPI", [], "security", [{ other: [] }], 'the security scheme "other", which is not in components'],
  ["Security Scheme", KEY, "in", "query"],
  ["Security Scheme", KEY, "in", "cookie", NOT_SUPPORTED],
  ...["Content-Type", "Host", "Cookie", "Accept", "a b", ""].map(
    (name): Row => ["Security Scheme", KEY, "name", name, `the header "${name}", which cannot carry an API key`],
  ),
  ...["oauth2", "openIdConnect"].map((type): Row => ["Security Scheme", KEY, "type", type]),
  ["Security Scheme", KEY, "type", "http", NOT_SUPPORTED],
  ["Path Item", PATH, "servers", [{ url: "https://b.test" }]],
  ["Operation", GET, "servers", [{ url: "https://b.test" }]],
  ["Operation", GET, "servers", [{ url: "/b" }], HTTPS],
  ["Operation", GET, "security", []],
  ["Operation", GET, "security", [{ other: [] }], 'the security scheme "other"'],
];

const travel: readonly Row[] = [
  ...["options", "head", "trace", "toString"].map(
    (field): Row => [
      "Path Item",
      PATH,
      field,
      {},
      `${FILE}: /rows/{rowId} has "${field}", which the client does not support; remove it.`,
    ],
  ),
  ["Path Item", PATH, "parameters", undefined, 'its path parameter "rowId"; add it to parameters.'],
  ["Operation", GET, "callbacks", {}],
  ["Operation", GET, "operationId", undefined],
  ["Operation", PUT, "operationId", "getRow", 'repeats the operationId "getRow"; choose another.'],
  ["Operation", GET, "x-idempotent", true, "has x-idempotent, which applies to POST and PATCH only; remove it."],
  [
    "Operation",
    GET,
    "requestBody",
    base.paths["/rows/{rowId}"].put.requestBody,
    `${FILE}: GET /rows/{rowId} has a request body, which fetch cannot send with GET; describe parameters, or use POST.`,
  ],
  ["Operation", GET, "parameters", [{ name: "X-Key", in: "header", schema: TEXT }]],
  [
    "Path Item",
    PATH,
    "put",
    {
      ...base.paths["/rows/{rowId}"].put,
      parameters: [{ name: "body", in: "query", schema: TEXT }],
      requestBody: { required: true, content: { "application/json": { schema: { ...FORM_ROW, nullable: true } } } },
    },
    'has a parameter named "body", which is the key of its body; rename it.',
  ],
  ["Parameter", QUERY, "in", "header"],
  [
    "Parameter",
    QUERY,
    "in",
    "cookie",
    'has the cookie parameter "page"; only path, query and header parameters are supported.',
  ],
  ["Parameter", PARAMETER, "in", "query", 'its path parameter "rowId"'],
  ["Parameter", QUERY, "name", "x-key"],
  ["Parameter", QUERY, "name", "__proto__", 'has the parameter "__proto__", which no object can have; rename it.'],
  [
    "Parameter",
    QUERY,
    "name",
    "rowId",
    'has a path and a query parameter named "rowId"; the input object can have one only.',
  ],
  ["Parameter", QUERY, "required", true],
  ["Parameter", QUERY, "style", "form"],
  ["Parameter", QUERY, "explode", true],
  ...["spaceDelimited", "pipeDelimited"].map((style): Row => ["Parameter", QUERY, "style", style, STYLE]),
  ["Parameter", QUERY, "style", "deepObject", STYLE],
  ["Parameter", QUERY, "explode", false],
  [
    "Parameter",
    QUERY,
    "allowReserved",
    true,
    'has the parameter "page" with allowReserved, which is not supported; remove it.',
  ],
  ["Parameter", QUERY, "allowEmptyValue", true],
  [
    "Parameter",
    QUERY,
    "content",
    { "application/json": { schema: TEXT } },
    'describes the parameter "page" by content, which is not supported; use schema.',
  ],
  ["Parameter", PARAMETER, "style", "simple"],
  ["Parameter", PARAMETER, "explode", false],
  ...["label", "matrix", "form"].map(
    (style): Row => [
      "Parameter",
      PARAMETER,
      "style",
      style,
      `the parameter "rowId" with the style "${style}", which it cannot have; use simple.`,
    ],
  ),
  ["Parameter", QUERY, "schema", { type: "array", items: TEXT }],
  ["Parameter", QUERY, "schema", { items: TEXT }],
  ["Parameter", QUERY, "schema", { type: "boolean" }],
  ["Parameter", QUERY, "schema", { type: "string", nullable: true }],
  ["Parameter", QUERY, "schema", { anyOf: [TEXT, { type: "integer" }] }],
  ...[
    { allOf: [TEXT, { minLength: 1 }] },
    { allOf: [{ allOf: [{ type: "integer" }] }, { minimum: 1 }] },
    { allOf: [{ type: "boolean" }], not: { enum: [false] } },
    { type: "string", anyOf: [{ pattern: "^a" }, { maxLength: 1 }] },
    { oneOf: [{ type: "string", format: "date" }, { enum: ["now"] }] },
    ...[{ oneOf: [TEXT, { type: "boolean" }] }, { anyOf: [{ type: "boolean" }, { type: "number" }] }],
    { oneOf: [TEXT, { type: "array", items: { enum: ["a"] } }] },
    {
      anyOf: [
        { type: "array", items: { type: "integer" } },
        { type: "integer", description: "One." },
      ],
    },
  ].map((schema): Row => ["Parameter", QUERY, "schema", schema]),
  ["Parameter", PARAMETER, "schema", { allOf: [{ type: "boolean" }, {}] }, TYPE],
  ...[
    ...[undefined, {}, { type: "object" }, { enum: ["a", 1, true] }],
    { oneOf: [{ type: "integer" }, { oneOf: [{ type: "boolean" }, TEXT] }] },
    { oneOf: [{ type: "string", minLength: 2 }, { type: "integer" }] },
    { oneOf: [{ enum: ["all"] }, { type: "array", items: TEXT }] },
    { oneOf: [TEXT, { type: "integer" }, { type: "array", items: TEXT }] },
    ...[{ enum: ["1", 1] }, { type: "array", items: TEXT }].map((items) => ({ type: "array", items })),
  ].map((schema): Row => ["Parameter", QUERY, "schema", schema, TYPE]),
  ...[
    ...[{ type: "boolean" }, { enum: [true, false] }, { type: "array", items: TEXT }],
    ...[{ oneOf: [TEXT, { type: "boolean" }] }, { oneOf: [TEXT, { type: "array", items: TEXT }] }],
  ].map((schema): Row => ["Parameter", PARAMETER, "schema", schema, TYPE]),
  ...supported(INPUT, { minProperties: 1, maxProperties: 1, nullable: true }),
  ["Schema", INPUT, "enum", [{}], "has an enum of objects"],
  ["Schema", INPUT, "required", ["none"]],
  ["Request Body", BODY, "required", false],
  body("text/plain", TEXT),
  ...[
    { name: { style: "form" } },
    { name: { style: "form", explode: true, contentType: "text/plain" }, row: { contentType: "application/json" } },
    { file: { contentType: "application/octet-stream" }, rows: { contentType: "application/json" } },
    { row: { contentType: "application/json; charset=utf-8" } },
  ].map((encoding) => body("multipart/form-data", FORM, undefined, encoding)),
  ...[
    [{ name: { contentType: "application/json" } }, '"name" has the encoding contentType application/json'],
    [{ file: { contentType: "image/png" } }, "remove it: a file has the type of its Blob."],
    [{ name: { style: "pipeDelimited" } }, '"name" has the encoding style pipeDelimited, which is not supported'],
    [{ row: { style: "deepObject", explode: true } }, "take a body of JSON, or remove it to send a part of JSON"],
    [{ name: { explode: false } }, '"name" has the encoding explode false'],
    [{ name: { headers: {} } }, '"name" has the encoding headers, which is not supported; remove it.'],
  ].map(([encoding, expected]) => body("multipart/form-data", FORM, expected as string, encoding as object)),
  body("application/json", ROW, undefined, { name: { style: "form" } }),
  body("application/json", ROW, 'has "encoding"', { name: { style: "deepObject" } }),
  body(FORM_TYPE, { type: "object", properties: { a: TEXT } }, '"a" has the encoding style deepObject', {
    a: { style: "deepObject" },
  }),
  body(
    "multipart/form-data",
    { type: "object", properties: { a: { enum: ["1", 1] } } },
    'whose field "a" has an enum of several types',
  ),
  ...[
    { allOf: [{ type: "integer" }] },
    { oneOf: [TEXT, { type: "boolean" }] },
    { type: "array", items: { anyOf: [TEXT, { type: "integer" }] } },
  ].map((a) => body(FORM_TYPE, { type: "object", properties: { a } })),
  ...[{ allOf: [ROW] }, { oneOf: [TEXT, ROW] }, { not: TEXT }].map((a) =>
    body(
      FORM_TYPE,
      { type: "object", properties: { a } },
      'whose field "a" is no text, number, boolean or array of these',
    ),
  ),
  body("image/*", TEXT, "takes a body of image/*, which names no media type that can be sent; name one."),
  body("multipart/mixed", ROW, "takes a body of multipart/mixed, which names no media type"),
  body("multipart/form-data", { type: "object", additionalProperties: TEXT }, "a form whose fields have no names"),
  ["Request Body", BODY, "content", {}, "takes a body without a media type; add one to its content."],
  ...["json", "application/json, text/plain", "text/ plain"].flatMap((type) => [
    body(type, TEXT, `a body of ${type}, which names no media type`),
    response(type, TEXT, `responds with "${type}", which is no media type`),
  ]),
  ...["*/*", "application/*"].flatMap((type): Row[] => [
    body(type, ROW),
    body(type, { allOf: [ROW, { minProperties: 1 }] }),
    ...[TEXT, { type: "string", format: "binary" }, {}].map((schema) =>
      body(type, schema, `takes a body of ${type}, which names no`),
    ),
  ]),
  body("image/*", ROW, "takes a body of image/*, which names no"),
  response('text/csv; header=present; note="a, b"', TEXT),
  ...["utf-8", '"UTF-8"'].map((name) => body(`text/plain; charset=${name}`, TEXT)),
  ...[
    ...["text/plain", "application/xml", FORM_TYPE].map((type) => `${type}; charset=iso-8859-1`),
    ...["text/plain", "application/vnd.row+json"].map((type) => `${type}; charset=us-ascii`),
  ].map((type) =>
    body(type, ROW, `takes a body of ${type}, which the client sends in UTF-8; name that charset or none.`),
  ),
  body("application/pdf; charset=iso-8859-1", TEXT),
  ["Request Body", BODY, "content", { "text/plain; charset=utf-16": {}, "text/plain": {} }],
  response("text/csv", TEXT),
  ...[ROW, TEXT, { oneOf: [TEXT, { allOf: [TEXT] }] }, { oneOf: [ROW, { type: "integer" }] }].map((schema) =>
    response("text/event-stream", schema),
  ),
  ...[{ oneOf: [TEXT, ROW] }, { anyOf: [{ type: "integer" }, { oneOf: [TEXT, ROW] }] }].map((schema) =>
    response(
      "text/event-stream",
      schema,
      "responds with events whose data can be a text or JSON; describe it as one of them.",
    ),
  ),
  [
    "Responses",
    GET,
    "responses",
    {
      200: { description: "", content: { "text/event-stream": { schema: TEXT } } },
      201: { description: "", content: { "text/event-stream": { schema: ROW } } },
    },
    "has successes of different kinds",
  ],
  ["Response", SUCCESS, "content", undefined],
  ["Media Type", JSON_TYPE, "schema", undefined],
  ["Media Type", JSON_TYPE, "schema", TEXT],
  ["Media Type", JSON_TYPE, "encoding", { name: { contentType: "text/plain" } }, 'has "encoding"'],
  ...["default", "2XX", "4XX", "302", "202"].map(
    (code): Row => ["Responses", [...GET, "responses"], code, { description: "" }],
  ),
  ["Responses", [...GET, "responses"], "200", undefined, "has no success response; add one with a 2xx status."],
  [
    "Responses",
    [...GET, "responses"],
    "202",
    { description: "", content: { "text/csv": {} } },
    "has successes of different kinds, such as JSON and text, which one method cannot return; keep one kind.",
  ],
  ...["204", "205"].map(
    (code): Row => [
      "Responses",
      [...GET, "responses"],
      code,
      { description: "", content: { "application/json": { schema: ROW } } },
    ],
  ),
  [
    "Responses",
    GET,
    "responses",
    { "2xx": { description: "" } },
    'has a response "2xx", which is no status of a final response; write 2XX.',
  ],
  ["Responses", [...GET, "responses"], "4xx", { description: "" }, "no status of a final response; write 4XX."],
  ...["100", "{", "20 0"].map(
    (code): Row => [
      "Responses",
      [...GET, "responses"],
      code,
      { description: "", content: { "application/json": { schema: { type: "object" } } } },
      `has a response "${code}", which is no status of a final response; correct it.`,
    ],
  ),
  ["Responses", [...GET, "responses"], "404", { description: "Not there." }],
];

const schemas: readonly Row[] = [
  ...supported(NAME, { minLength: 1, maxLength: 3, pattern: "^a", format: "date", enum: ["a"], nullable: true }),
  ...supported(NAME, { readOnly: true, writeOnly: true, not: { type: "integer" } }),
  ...supported(COUNT, { minimum: 1, maximum: 3, multipleOf: 2, exclusiveMinimum: false, exclusiveMaximum: false }),
  ...supported(TAGS, { minItems: 1, maxItems: 3, uniqueItems: true }),
  ...supported(SCHEMA, { minProperties: 1, maxProperties: 3, required: ["name"], additionalProperties: TEXT }),
  ...["allOf", "anyOf", "oneOf"].map((field): Row => ["Schema", NAME, field, [TEXT, { minLength: 1 }]]),
  [
    "Schema",
    SCHEMA,
    "properties",
    {
      form: {
        oneOf: [ROW, { $ref: INPUT_REF }],
        discriminator: { propertyName: "name", mapping: { a: ROW.$ref } },
      },
    },
  ],
  ["Discriminator", NAME, "discriminator", { propertyName: "a" }],
  ...["(", "(?i)a", "(?i:a)", "(?-i:a)", "(?<a>1)|(?<a>2)", "(?P<a>1)"].map(
    (pattern): Row => ["Schema", NAME, "pattern", pattern, "has a pattern that ECMAScript 2023 cannot read"],
  ),
  ...["/^a$/", "/^a$/i"].map(
    (pattern): Row => ["Schema", NAME, "pattern", pattern, "has a pattern between slashes, which are characters"],
  ),
  ...["\\(?i:a\\)", "[(?i:]", "^/a$", "/a/", "^/a/$/", "(?<a>1)(?<b>2)"].map(
    (pattern): Row => ["Schema", NAME, "pattern", pattern],
  ),
  ...["allOf", "anyOf", "oneOf"].map((field): Row => ["Schema", NAME, field, [], `has an empty ${field}; remove it.`]),
  ["Schema", COUNT, "exclusiveMinimum", true, "has exclusiveMinimum without minimum"],
  ["Schema", COUNT, "exclusiveMaximum", true, "has exclusiveMaximum without maximum"],
  ["Schema", COUNT, "multipleOf", 0, "multipleOf"],
  ...(
    [
      ["maximum", Number.POSITIVE_INFINITY, ".inf"],
      ["minimum", Number.NEGATIVE_INFINITY, "-.inf"],
      ["default", Number.NaN, ".nan"],
    ] as const
  ).map(([field, value, text]): Row => ["Schema", COUNT, field, value, `has the number ${text}, which JSON`]),
  ["Schema", NAME, "type", "null", 'has the type "null"'],
  ["Schema", NAME, "type", ["string", "null"], "has the type"],
  ...[
    "const",
    "if",
    "patternProperties",
    "$defs",
    "contains",
    "propertyNames",
    "examples",
    "prefixItems",
    "unheardOf",
  ].map((field): Row => ["Schema", NAME, field, {}, `has the keyword "${field}", ${KEYWORD}`]),
  property({ nullable: "yes" }, 'has "nullable" beside a $ref'),
  property({ additionalProperties: true }, 'has "additionalProperties" beside a $ref'),
  property({ default: {} }),
  property({ nullable: false, readOnly: false, writeOnly: false }),
  property({ description: "Text." }),
  ...["nullable", "readOnly", "writeOnly", "deprecated"].map((field) => property({ [field]: true })),
  ...[INPUT_REF, EITHER_REF].flatMap(($ref) => [
    property({ type: "object" }, undefined, $ref),
    property({ type: "string" }, 'has "type" beside a $ref', $ref),
  ]),
  property({}, "leads to a missing value", "#/components/schemas/None"),
  ["Reference", ["components", "schemas"], "Row", { $ref: ROW.$ref }, "is a part of itself"],
  ["Reference", ["components", "schemas"], "Row", { $ref: INPUT_REF }],
  ["Reference", [...SCHEMA, "properties"], "more", { $ref: "#/components/schemas/Row/properties/tags/items" }],
  [
    "Reference",
    [...SCHEMA, "properties"],
    "form",
    { oneOf: [{ $ref: "#/components/schemas/Row/properties/name" }], discriminator: { propertyName: "name" } },
  ],
  [
    "Reference",
    [...PUT, "parameters"],
    "0",
    { $ref: "#/paths/~1rows~1{rowId}/get/parameters/0" },
    "leads to a parameter of an operation or path",
  ],
  ...(
    [
      [SCHEMA, "properties"],
      [BODY, "content"],
      [GET, "responses"],
      [GET, "parameters"],
    ] as const
  ).map(
    ([owner, field]): Row => [
      "Reference",
      owner,
      field,
      { $ref: "#/components/schemas/RowInput/properties" },
      `A $ref replaces ${field} as a whole, which OpenAPI does not have; write its entries in place.`,
    ],
  ),
  ["Schema", SCHEMA, "properties", { $ref: TEXT, content: { $ref: ROW.$ref } }],
  ["Schema", COUNT, "enum", [], "has an empty enum"],
  ["Schema", COUNT, "enum", [2 ** 53], "has an enum with an integer that JavaScript rounds; use strings."],
  ["Schema", COUNT, "enum", ["1"], "has an enum with values that are not of the type integer"],
  ["Schema", NAME, "enum", ["a", null]],
  ["Schema", NAME, "enum", [null], "has an empty enum"],
  ["Schema", SCHEMA, "enum", [{ name: "a" }], "has an enum of objects"],
  ["Schema", TAGS, "items", undefined, "is an array without items"],
  ["Schema", TAGS, "items", [TEXT], "has a list in place of a schema; write one schema."],
  ["Schema", NAME, "not", [TEXT], "has a list in place of a schema; write one schema."],
  ["Schema", SCHEMA, "allOf", [ROW], "is a part of itself"],
  ["Schema", SCHEMA, "items", ROW, "is an array of itself"],
  ["Schema", SCHEMA, "oneOf", [TEXT, { type: "array", items: ROW }], "is an array of itself"],
  ["Schema", SCHEMA, "oneOf", [TEXT, { type: "object", properties: { rows: { type: "array", items: ROW } } }]],
  ...(
    [
      ["parameter", QUERY],
      ["request body", BODY],
      ["response", SUCCESS],
      ["media type", JSON_TYPE],
    ] as const
  ).map(([kind, at]): Row => ["Unknown field", at, "unheardOf", {}, `has "unheardOf" in a ${kind}`]),
  ["Unknown field", GET, "unheardOf", {}, 'has "unheardOf"'],
  ["Unknown field", PATH, "unheardOf", {}, 'has "unheardOf"'],
];

test.for([...documentation, ...access, ...travel, ...schemas])("%s at %j: %s %j", ([, at, field, value, expected]) => {
  const document = JSON.parse(JSON.stringify(base)) as Document;
  const owner = at.reduce<Record<string, unknown>>((node, key) => node[key] as never, document as never);
  if (value === undefined) delete owner[field];
  else owner[field] = structuredClone(value);
  if (expected === undefined) return void readPlan(document);
  const error = catchError(() => readPlan(document));
  expect(error).toBeInstanceOf(SpecError);
  const { issues, message } = error as SpecError;
  expect(message).toContain(expected);
  for (const { pointer, message } of issues) {
    expect(pointer).toMatch(/^#/);
    expect(message).toMatch(/^[^\n]+[.;][^\n]*\.$|^[^\n]+\.$/);
  }
});

test.for([
  ["a parameter", "parameters", { name: "page", in: "query", schema: TEXT }, "write the parameter in place."],
  ["a body", "requestBodies", { content: { "application/json": { schema: ROW } } }, "write the body in place."],
] as const)(
  "required beside the $ref of %s is rejected unless it is also at its target",
  ([, section, target, advice]) => {
    const read = (beside: object, required?: boolean) => {
      const document = JSON.parse(JSON.stringify(base)) as Document;
      Object.assign(document.components ?? {}, { [section]: { it: { ...target, required } } });
      const given = { $ref: `#/components/${section}/it`, description: "Its own.", ...beside };
      const put = Object(document.paths["/rows/{rowId}"]).put;
      Object.assign(put, section === "parameters" ? { parameters: [given] } : { requestBody: given });
      return () => readPlan(document);
    };
    expect(read({})).not.toThrow();
    expect(read({ required: true }, true)).not.toThrow();
    expect(read({ required: false })).not.toThrow();
    expect(read({ required: true })).toThrow(
      `has "required" beside a $ref, where OpenAPI 3.0 ignores it; remove it, or ${advice}`,
    );
  },
);

test("a rejected path parameter is not also reported as missing", () => {
  const document = JSON.parse(JSON.stringify(base)) as Document;
  Object.assign(document.paths["/rows/{rowId}"]?.parameters?.[0] ?? {}, { schema: { type: "boolean" } });
  expect(() => readPlan(document)).toThrow(/^(?:[^\n]+ of a type that cannot be sent; [^\n]+\n?){2}$/);
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
