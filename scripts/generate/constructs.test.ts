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
const RESPONSES = [...GET, "responses"];
const SUCCESS = [...RESPONSES, "200"];
const JSON_TYPE = [...SUCCESS, "content", "application/json"];
const SCHEMA = ["components", "schemas", "Row"];
const NAME = [...SCHEMA, "properties", "name"];
const COUNT = [...SCHEMA, "properties", "count"];
const TAGS = [...SCHEMA, "properties", "tags"];
const INPUT = ["components", "schemas", "RowInput"];
const KEY = ["components", "securitySchemes", "key"];
const SERVER = ["servers", "0"];

/** The place, name and value of a field, and the message of its rejection; undefined if it is supported. */
type Row = readonly [at: readonly string[], field: string, value: unknown, expected?: string | undefined];

const body = (type: string, schema: object, expected?: string, encoding?: object): Row => {
  const media = { schema, ...(encoding && { encoding }) };
  return [BODY, "content", { [type]: media }, expected];
};
const response = (type: string, schema: object, expected?: string): Row => {
  return [SUCCESS, "content", { [type]: { schema } }, expected];
};
const status = (code: string, expected?: string, content?: object): Row => {
  return [RESPONSES, code, { description: "", ...(content && { content }) }, expected];
};
/** A property that refers to another schema, with these fields beside the `$ref`. */
const property = (beside: object, expected?: string, $ref = INPUT_REF): Row => {
  return [[...SCHEMA, "properties"], "name", { $ref, ...beside }, expected];
};
/** A reference in place of a map or list. */
const replaced = (owner: readonly string[], field: string): Row => {
  const expected = `A $ref replaces ${field} as a whole, which OpenAPI does not have; write its entries in place.`;
  return [owner, field, { $ref: "#/components/schemas/RowInput/properties" }, expected];
};
/** Fields of a schema that are supported. */
const supported = (at: readonly string[], fields: object): Row[] =>
  Object.entries(fields).map(([field, value]) => [at, field, value]);
/** Values of one field with the same end. */
const values = (at: readonly string[], field: string, all: readonly unknown[], expected?: string): Row[] =>
  all.map((value) => [at, field, value, expected]);
/** Paths, each with its parameters. */
const paths = (expected: string, ...all: readonly string[]): Row => {
  const get = { responses: base.paths["/rows/{rowId}"].put.responses };
  const parameters = (path: string) =>
    [...new Set(path.match(/(?<=\{)\w+/g))].map((name) => ({ name, in: "path", required: true, schema: TEXT }));
  return [[], "paths", Object.fromEntries(all.map((path) => [path, { parameters: parameters(path), get }])), expected];
};

const FILE = "spec/paths/rows_{rowId}.yaml";
const HTTPS = "has no absolute https URL";
const NOT_SUPPORTED = "which is not supported";
const STYLE =
  "which it cannot have; use form, deepObject for an object, or spaceDelimited or pipeDelimited for an array.";
const UNSUPPORTED = "which the client does not support";
const NOT_FINAL = "which is no status of a final response";
const TYPE = "of a type that cannot be sent";
const KEYWORD = "which schemas of OpenAPI 3.0 do not have";

const documentation: readonly Row[] = [
  [[], "tags", [{ name: "Rows", description: "Rows.", externalDocs: { url: "https://docs.test" } }]],
  [[], "externalDocs", { url: "https://docs.test" }],
  ...["description", "termsOfService"].map((field): Row => [["info"], field, "https://a.test"]),
  [["info"], "contact", { name: "A", url: "https://a.test", email: "a@b.test" }],
  [["info"], "license", { name: "MIT", url: "https://a.test" }],
  [SERVER, "description", "The server."],
  ...["summary", "description"].map((field): Row => [PATH, field, "Text."]),
  ...["summary", "description"].map((field): Row => [GET, field, "Text."]),
  [GET, "tags", ["Rows"]],
  [GET, "externalDocs", { url: "https://docs.test" }],
  [GET, "deprecated", true],
  [QUERY, "description", "Text."],
  [QUERY, "deprecated", true],
  [QUERY, "example", 1],
  [QUERY, "examples", { one: { summary: "One.", description: "One.", value: 1 } }],
  [BODY, "description", "Text."],
  [JSON_TYPE, "example", { name: "a" }],
  [JSON_TYPE, "examples", { one: { value: { name: "a" } } }],
  [SUCCESS, "headers", { "x-total": { description: "All.", schema: TEXT } }],
  [SUCCESS, "links", { self: { operationId: "getRow", parameters: { rowId: "1" } } }],
  ...["title", "description", "example", "default"].map((field): Row => [NAME, field, "a"]),
  [NAME, "deprecated", true],
  [NAME, "externalDocs", { url: "https://docs.test" }],
  [NAME, "xml", { name: "n", namespace: "https://a.test", prefix: "p", attribute: true, wrapped: false }],
  [KEY, "description", "Text."],
  ...["links", "callbacks", "headers", "examples"].map((field): Row => [["components"], field, {}]),
  ...[[], ["info"], PATH, GET, QUERY, BODY, SUCCESS, NAME].map((at): Row => [at, "x-any", { a: 1 }]),
];

const access: readonly Row[] = [
  [[], "paths", {}, "The document has no operation that can be called; add one."],
  paths("/rows/{other} differs from /rows/{rowId} by names of parameters or", "/rows/{rowId}", "/rows/{other}"),
  paths("/a-b differs from /a%2Db by names of parameters or percent-encoding alone; keep one", "/a%2Db", "/a-b"),
  paths("/a%2Fb differs from /a%2fb", "/a%2fb", "/a%2Fb"),
  paths("/{rowId}/{rowId} has the parameter {rowId} twice; rename one of them.", "/{rowId}/{rowId}"),
  ...["/rows#byPage", "/rows?page=1", "/rows/{id}#part"].map((path) =>
    paths(`${path} contains a query or a fragment`, path),
  ),
  ...["/rows/{a}{b}", "/rows/{a}-{b}"].map((path) => paths(`${path} has two parameters in one segment`, path)),
  paths("/rows/{a has a brace that neither opens nor closes a template", "/rows/{a"),
  paths("/rows/a b contains a character that a URL cannot", "/rows/a b"),
  ...["/rows/../all", "/rows/../{id}", "/rows/%2E/all"].map((path) => paths(`${path} contains a dot segment`, path)),
  paths("rows does not begin with a slash", "rows"),
  [[], "servers", [], HTTPS],
  [[], "servers", [{ url: "https://a.test" }, { url: "https://b.test" }]],
  [[], "servers", [{ url: "http://a.test" }, { url: "/v1" }, { url: "https://a.test" }]],
  [[], "servers", [{ url: "http://a.test" }, { url: "/v1" }], HTTPS],
  [SERVER, "url", "https://{region}.test", 'whose variable "region" has no default'],
  [[], "servers", [{ url: "https://{region}.test", variables: { region: { default: "eu" } } }]],
  ...values(SERVER, "url", ["/v1", "http://a.test", "https://a.test?b", "https://a.test#b", "https://a\n.test"], HTTPS),
  ...["https://a.test:99999", "https://a b.test", "https://[::1"].flatMap((url): Row[] => [
    [SERVER, "url", url, "whose URL is invalid"],
    [PATH, "servers", [{ url }], "whose URL is invalid"],
    [GET, "servers", [{ url }], "whose URL is invalid"],
  ]),
  ...values(
    SERVER,
    "url",
    ["https://u:p@a.test", "https://u@a.test/v1", "https://@a.test"],
    "whose URL has credentials",
  ),
  ...values(SERVER, "url", ["HTTPS://A.TEST", "https://a.test:443/@me"]),
  [[], "security", []],
  [[], "security", [{ key: [] }, {}]],
  [[], "security", [{ other: [] }], 'the security scheme "other", which is not in components'],
  [KEY, "in", "query"],
  [KEY, "in", "cookie", NOT_SUPPORTED],
  ...["Content-Type", "Host", "Cookie", "Accept", "a b", ""].map(
    (name): Row => [KEY, "name", name, `the header "${name}", which cannot carry an API key`],
  ),
  ...values(KEY, "type", ["oauth2", "openIdConnect"]),
  [KEY, "type", "http", NOT_SUPPORTED],
  [PATH, "servers", [{ url: "https://b.test" }]],
  [GET, "servers", [{ url: "https://b.test" }]],
  [GET, "servers", [{ url: "/b" }], HTTPS],
  [GET, "security", []],
  [GET, "security", [{ other: [] }], 'the security scheme "other"'],
];

const travel: readonly Row[] = [
  ...["options", "head", "trace", "toString"].map(
    (field): Row => [PATH, field, {}, `${FILE}: /rows/{rowId} has "${field}", ${UNSUPPORTED}; remove it.`],
  ),
  [PATH, "parameters", undefined, 'its path parameter "rowId"; add it to parameters.'],
  [GET, "callbacks", {}],
  [GET, "operationId", undefined],
  [PUT, "operationId", "getRow", 'repeats the operationId "getRow"; choose another.'],
  [GET, "x-idempotent", true, "has x-idempotent, which applies to POST and PATCH only; remove it."],
  [
    PATH,
    "post",
    { ...base.paths["/rows/{rowId}"].put, operationId: "addRow", "x-idempotent": "yes" },
    "POST /rows/{rowId} has x-idempotent, which must be true or false.",
  ],
  [
    GET,
    "requestBody",
    base.paths["/rows/{rowId}"].put.requestBody,
    `${FILE}: GET /rows/{rowId} has a request body, which fetch cannot send with GET; describe parameters, or use POST.`,
  ],
  [GET, "parameters", [{ name: "X-Key", in: "header", schema: TEXT }]],
  [
    PATH,
    "put",
    {
      ...base.paths["/rows/{rowId}"].put,
      parameters: [{ name: "body", in: "query", schema: TEXT }],
      requestBody: { required: true, content: { "application/json": { schema: { ...FORM_ROW, nullable: true } } } },
    },
    'has a parameter named "body", which is the key of its body; rename it.',
  ],
  [QUERY, "in", "header"],
  [QUERY, "in", "cookie", 'has the cookie parameter "page"; only path, query and header parameters are supported.'],
  [PARAMETER, "in", "query", 'its path parameter "rowId"'],
  [QUERY, "name", "x-key"],
  [QUERY, "name", "__proto__", 'has the parameter "__proto__", which no object can have; rename it.'],
  [QUERY, "name", "rowId", 'has a path and a query parameter named "rowId"; the input object can have one only.'],
  [QUERY, "required", true],
  [QUERY, "style", "form"],
  [QUERY, "explode", true],
  ...values(QUERY, "style", ["spaceDelimited", "pipeDelimited"], STYLE),
  [QUERY, "style", "deepObject", STYLE],
  [QUERY, "explode", false],
  [QUERY, "allowReserved", true, 'has the parameter "page" with allowReserved, which is not supported; remove it.'],
  [QUERY, "allowEmptyValue", true],
  [
    QUERY,
    "content",
    { "text/plain": {} },
    'describes the parameter "page" by content, which is not supported; use schema.',
  ],
  [PARAMETER, "style", "simple"],
  [PARAMETER, "explode", false],
  ...["label", "matrix", "form"].map(
    (style): Row => [PARAMETER, "style", style, `"rowId" with the style "${style}", which it cannot have; use simple.`],
  ),
  [QUERY, "schema", { type: "array", items: TEXT }],
  [QUERY, "schema", { items: TEXT }],
  [QUERY, "schema", { type: "boolean" }],
  [QUERY, "schema", { type: "string", nullable: true }],
  [QUERY, "schema", { anyOf: [TEXT, { type: "integer" }] }],
  ...values(QUERY, "schema", [
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
  ]),
  [PARAMETER, "schema", { allOf: [{ type: "boolean" }, {}] }, TYPE],
  ...values(
    QUERY,
    "schema",
    [
      ...[undefined, {}, { type: "object" }, { enum: ["a", 1, true] }],
      { oneOf: [{ type: "integer" }, { oneOf: [{ type: "boolean" }, TEXT] }] },
      { oneOf: [{ type: "string", minLength: 2 }, { type: "integer" }] },
      { oneOf: [{ enum: ["all"] }, { type: "array", items: TEXT }] },
      { oneOf: [TEXT, { type: "integer" }, { type: "array", items: TEXT }] },
      ...[{ enum: ["1", 1] }, { type: "array", items: TEXT }].map((items) => ({ type: "array", items })),
    ],
    TYPE,
  ),
  ...values(
    PARAMETER,
    "schema",
    [
      ...[{ type: "boolean" }, { enum: [true, false] }, { type: "array", items: { type: "boolean" } }],
      ...[{ oneOf: [TEXT, { type: "boolean" }] }, { oneOf: [TEXT, { type: "array", items: TEXT }] }],
      ...[
        { type: "object", properties: { a: TEXT } },
        { type: "array", items: { type: "array", items: TEXT } },
      ],
    ],
    TYPE,
  ),
  ...values(PARAMETER, "schema", [
    { type: "array", items: TEXT },
    { type: "array", items: { type: "integer" } },
  ]),
  ...supported(INPUT, { minProperties: 1, maxProperties: 1, nullable: true }),
  [INPUT, "enum", [{}], "has an enum of objects"],
  [INPUT, "required", ["none"]],
  [BODY, "required", false],
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
  [BODY, "content", {}, "takes a body without a media type; add one to its content."],
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
  [BODY, "content", { "text/plain; charset=utf-16": {}, "text/plain": {} }],
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
    GET,
    "responses",
    {
      200: { description: "", content: { "text/event-stream": { schema: TEXT } } },
      201: { description: "", content: { "text/event-stream": { schema: ROW } } },
    },
    "has successes of different kinds",
  ],
  [SUCCESS, "content", undefined],
  [JSON_TYPE, "schema", undefined],
  [JSON_TYPE, "schema", TEXT],
  [JSON_TYPE, "encoding", { name: { contentType: "text/plain" } }, 'has "encoding"'],
  ...["default", "2XX", "4XX", "302", "202", "404"].map((code) => status(code)),
  [RESPONSES, "200", undefined, "has no success response; add one with a 2xx status."],
  status(
    "202",
    "has successes of different kinds, such as JSON and text, which one method cannot return; keep one kind.",
    { "text/csv": {} },
  ),
  ...["204", "205"].map((code) => status(code, undefined, { "application/json": { schema: ROW } })),
  [GET, "responses", { "2xx": { description: "" } }, `has a response "2xx", ${NOT_FINAL}; write 2XX.`],
  status("4xx", `${NOT_FINAL}; write 4XX.`),
  ...["100", "{", "20 0"].map((code) =>
    status(code, `has a response "${code}", ${NOT_FINAL}; correct it.`, {
      "application/json": { schema: { type: "object" } },
    }),
  ),
];

const schemas: readonly Row[] = [
  ...supported(NAME, { minLength: 1, maxLength: 3, pattern: "^a", format: "date", enum: ["a"], nullable: true }),
  ...supported(NAME, { readOnly: true, writeOnly: true, not: { type: "integer" } }),
  ...supported(COUNT, { minimum: 1, maximum: 3, multipleOf: 2, exclusiveMinimum: false, exclusiveMaximum: false }),
  ...supported(TAGS, { minItems: 1, maxItems: 3, uniqueItems: true }),
  ...supported(SCHEMA, { minProperties: 1, maxProperties: 3, required: ["name"], additionalProperties: TEXT }),
  ...["allOf", "anyOf", "oneOf"].map((field): Row => [NAME, field, [TEXT, { minLength: 1 }]]),
  [
    SCHEMA,
    "properties",
    {
      form: {
        oneOf: [ROW, { $ref: INPUT_REF }],
        discriminator: { propertyName: "name", mapping: { a: ROW.$ref } },
      },
    },
  ],
  [NAME, "discriminator", { propertyName: "a" }],
  ...values(
    NAME,
    "pattern",
    ["(", "(?i)a", "(?i:a)", "(?-i:a)", "(?<a>1)|(?<a>2)", "(?P<a>1)"],
    "has a pattern that ECMAScript 2023 cannot read",
  ),
  ...values(NAME, "pattern", ["/^a$/", "/^a$/i"], "has a pattern between slashes, which are characters"),
  ...values(NAME, "pattern", ["\\(?i:a\\)", "[(?i:]", "^/a$", "/a/", "^/a/$/", "(?<a>1)(?<b>2)"]),
  ...["allOf", "anyOf", "oneOf"].map((field): Row => [NAME, field, [], `has an empty ${field}; remove it.`]),
  [COUNT, "exclusiveMinimum", true, "has exclusiveMinimum without minimum"],
  [COUNT, "exclusiveMaximum", true, "has exclusiveMaximum without maximum"],
  [COUNT, "multipleOf", 0, "multipleOf"],
  [COUNT, "maximum", Number.POSITIVE_INFINITY, "has the number .inf, which JSON"],
  [COUNT, "minimum", Number.NEGATIVE_INFINITY, "has the number -.inf, which JSON"],
  [COUNT, "default", Number.NaN, "has the number .nan, which JSON"],
  [NAME, "type", "null", 'has the type "null"'],
  [NAME, "type", ["string", "null"], "has the type"],
  ..."const if patternProperties $defs contains propertyNames examples prefixItems unheardOf"
    .split(" ")
    .map((field): Row => [NAME, field, {}, `has the keyword "${field}", ${KEYWORD}`]),
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
  [["components", "schemas"], "Row", { $ref: ROW.$ref }, "is a part of itself"],
  [["components", "schemas"], "Row", { $ref: INPUT_REF }],
  [[...SCHEMA, "properties"], "more", { $ref: "#/components/schemas/Row/properties/tags/items" }],
  [
    [...SCHEMA, "properties"],
    "form",
    { oneOf: [{ $ref: "#/components/schemas/Row/properties/name" }], discriminator: { propertyName: "name" } },
  ],
  [
    [...PUT, "parameters"],
    "0",
    { $ref: "#/paths/~1rows~1{rowId}/get/parameters/0" },
    "leads to a parameter of an operation or path",
  ],
  replaced(SCHEMA, "properties"),
  replaced(BODY, "content"),
  replaced(GET, "responses"),
  replaced(GET, "parameters"),
  [SCHEMA, "properties", { $ref: TEXT, content: { $ref: ROW.$ref } }],
  [COUNT, "enum", [], "has an empty enum"],
  [COUNT, "enum", [2 ** 53], "has an enum with an integer that JavaScript rounds; use strings."],
  [COUNT, "enum", ["1"], "has an enum with values that are not of the type integer"],
  [NAME, "enum", ["a", null]],
  [NAME, "enum", [null], "has an empty enum"],
  [SCHEMA, "enum", [{ name: "a" }], "has an enum of objects"],
  [TAGS, "items", undefined, "is an array without items"],
  [TAGS, "items", [TEXT], "has a list in place of a schema; write one schema."],
  [NAME, "not", [TEXT], "has a list in place of a schema; write one schema."],
  [SCHEMA, "allOf", [ROW], "is a part of itself"],
  [SCHEMA, "items", ROW, "is an array of itself"],
  [SCHEMA, "oneOf", [TEXT, { type: "array", items: ROW }], "is an array of itself"],
  [SCHEMA, "oneOf", [TEXT, { type: "object", properties: { rows: { type: "array", items: ROW } } }]],
  [QUERY, "unheardOf", {}, 'has "unheardOf" in a parameter'],
  [BODY, "unheardOf", {}, 'has "unheardOf" in a request body'],
  [SUCCESS, "unheardOf", {}, 'has "unheardOf" in a response'],
  [JSON_TYPE, "unheardOf", {}, 'has "unheardOf" in a media type'],
  [GET, "unheardOf", {}, 'has "unheardOf"'],
  [PATH, "unheardOf", {}, 'has "unheardOf"'],
];

test.for([...documentation, ...access, ...travel, ...schemas])("%j: %s %j", ([at, field, value, expected]) => {
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
