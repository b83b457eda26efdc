import { expect, test } from "vitest";
import { documentWith, done } from "./fixtures/document.ts";
import { readPlan } from "./plan.ts";

type Json = Readonly<Record<string, unknown>>;

const text = { type: "string" };
const list = { type: "array", items: text };
const object = { type: "object", properties: { a: text } };

function parameter(name: string, place: string, schema: Json = text, more: Json = {}): Json {
  return { name, in: place, schema, ...more };
}

/** A document of one operation with these parameters. */
function withParameters(parameters: readonly Json[], ofPath: readonly Json[] = []) {
  const id = { ...parameter("id", "path"), required: true };
  const get = { operationId: "getRow", parameters, responses: done };
  const securitySchemes = {
    key: { type: "apiKey", in: "query", name: "api_key" },
    other: { type: "apiKey", in: "query", name: "api[key]" },
    unused: { type: "apiKey", in: "header", name: "X-Unused" },
  };
  return documentWith({
    security: [{ key: [], other: [] }],
    paths: { "/rows/{id}": { parameters: [id, ...ofPath], get } },
    components: { securitySchemes },
  });
}

const TYPE =
  'has the parameter "q" of a type that cannot be sent; use a string, a number, a boolean, an array of these or, with the style deepObject, an object of these.';

test.for<{ title: string; given: readonly Json[]; ofPath?: readonly Json[]; message: string }>([
  {
    title: "header parameters that differ in case only",
    given: [parameter("X-Id", "header"), parameter("x-id", "header")],
    message: 'has the header parameters "X-Id" and "x-id", which are one header; keep one of them.',
  },
  {
    title: "a header parameter that differs from that of its path in case only",
    given: [parameter("x-id", "header")],
    ofPath: [parameter("X-Id", "header")],
    message: 'has the header parameters "X-Id" and "x-id", which are one header; keep one of them.',
  },
  {
    title: "an object whose property would carry the key",
    given: [parameter("api", "query", object, { style: "deepObject" })],
    message: 'has the query parameter "api", which would contain a credential that the client sets itself; remove it.',
  },
  ...["Content-Length", "content-md5", "User-Agent", "Host", "Cookie", "Connection"].map((name) => ({
    title: `the header ${name}`,
    given: [parameter(name, "header")],
    message: `has the header parameter "${name}", which the client sets itself; remove it.`,
  })),
  ...["Date", "Origin", "Accept-Encoding", "Sec-Fetch-Mode", "Proxy-Authorization", "Set-Cookie"].map((name) => ({
    title: `the header ${name}`,
    given: [parameter(name, "header")],
    message: `has the header parameter "${name}", which browsers and other runtimes replace or drop; remove it, and pass it in headers where it can be sent.`,
  })),
  ...["", "a b", "x-é"].map((name) => ({
    title: `the header ${JSON.stringify(name)}`,
    given: [parameter(name, "header")],
    message: `has the header parameter "${name}", a name that no header can have; use letters, digits and hyphens.`,
  })),
  {
    title: "an unsupported parameter in place of that of its path",
    given: [parameter("q", "query", { type: "object" })],
    ofPath: [parameter("q", "query")],
    message: TYPE,
  },
  {
    title: "a query parameter with the name of a property of an object",
    given: [parameter("f", "query", object, { style: "deepObject" }), parameter("f[a]", "query")],
    message: 'has the query parameter "f[a]", which a server reads as a property of "f"; rename one of them.',
  },
  {
    title: "an object after a query parameter with the name of a property",
    given: [parameter("f[b]", "query"), parameter("f", "query", object, { style: "deepObject" })],
    message: 'has the query parameter "f[b]", which a server reads as a property of "f"; rename one of them.',
  },
  {
    title: "an object with an enum of several types",
    given: [
      parameter("q", "query", { type: "object", properties: { a: { enum: ["1", 1] } } }, { style: "deepObject" }),
    ],
    message: TYPE,
  },
])("generation rejects $title", ({ given, ofPath, message }) => {
  expect(() => readPlan(withParameters(given, ofPath))).toThrow(`GET /rows/{id} ${message}`);
});

test.for<{ title: string; given: readonly Json[]; ofPath?: readonly Json[] }>([
  { title: "a header with the name of a query key", given: [parameter("api_key", "header")] },
  {
    title: "a header with the name of a key that the operation does not need",
    given: [parameter("x-unused", "header")],
  },
  { title: "query parameters that differ in case only", given: [parameter("A", "query"), parameter("a", "query")] },
  { title: "brackets in the name beside a list", given: [parameter("f", "query", list), parameter("f[]", "query")] },
  { title: "pipeDelimited of a list", given: [parameter("q", "query", list, { style: "pipeDelimited" })] },
  ...["Range", "Accept-Language", "If-Match", "Prefer"].map((name) => ({
    title: `the header ${name}`,
    given: [parameter(name, "header")],
  })),
  {
    title: "a parameter in place of an unsupported one of its path",
    given: [parameter("q", "query")],
    ofPath: [parameter("q", "query", { type: "object" })],
  },
  {
    title: "a list in place of the object of its path",
    given: [parameter("f", "query", list), parameter("f[a]", "query")],
    ofPath: [parameter("f", "query", object, { style: "deepObject" })],
  },
])("generation accepts $title", ({ given, ofPath }) => {
  expect(readPlan(withParameters(given, ofPath)).operations[0]?.parameters).toHaveLength(given.length + 1);
});

test.for([
  ["the key of the operation", parameter("api_key", "query", text, { required: true })],
  ["Authorization", parameter("Authorization", "header", text, { required: true })],
] as const)("the parameter %s is taken by neither methods nor paths, also in the path", ([, given]) => {
  const kept = parameter("q", "query");
  for (const plan of [readPlan(withParameters([given, kept])), readPlan(withParameters([kept], [given]))]) {
    expect(plan.operations[0]?.parameters.map(({ name }) => name).toSorted()).toEqual(["id", "q"]);
    expect(JSON.stringify(plan.document.paths)).not.toContain(given.name);
  }
});
