import { expect, test } from "vitest";
import { documentWith, done } from "./fixtures/document.ts";
import { leaveOutRejected } from "./leave-out-rejected.ts";
import { readPlan } from "./plan.ts";

const cookie = [{ name: "session", in: "cookie", schema: { type: "string" } }];
const row = { $ref: "#/components/schemas/Row" };
const rejected = { get: { parameters: cookie, responses: done } };
const kept = { get: { responses: done } };

const fields = {
  paths: {
    "/rows": { ...kept, put: rejected.get },
    "/shared": { parameters: cookie, ...kept },
    "/row": returning(row),
  },
  components: { schemas: { Row: { type: "object", unheardOf: 1 }, Unused: { type: "none" } } },
};

test("leaveOutRejected leaves out operations with an issue of their own, of their path or of a component", () => {
  expect(leaveOut(fields)).toMatchObject({
    operationCount: 4,
    rejected: ["PUT /rows", "GET /shared", "GET /row"],
    others: ["#/components/schemas/Unused/type"],
    kept: ["GET /rows"],
  });
});

test("leaveOutRejected keeps a document without issues", () => {
  const { document: rest } = leaveOutRejected(documentWith(fields));
  const expected = { document: rest, operationCount: 1, rejected: [], others: [], issues: [] };
  expect(leaveOutRejected(rest)).toMatchObject(expected);
});

test("leaveOutRejected keeps the issues of the whole document apart", () => {
  const { document, issues, rejected } = leaveOutRejected(documentWith({ ...fields, servers: [] }));
  expect(issues.map(({ pointer }) => pointer)).toEqual(["#/servers"]);
  expect(rejected).toHaveLength(3);
  expect(Object.keys(document.paths)).toEqual(["/rows"]);
});

test("leaveOutRejected leaves out the operations of a security scheme that is not supported", () => {
  const secured = (security: object) => ({ get: { security, responses: done } });
  const securitySchemes = {
    digest: { type: "http", scheme: "digest" },
    token: { type: "http", scheme: "bearer" },
    fetch: { type: "http", scheme: "bearer" },
  };
  const paths = {
    "/root": kept,
    "/own": secured([{ digest: [] }, { token: [] }]),
    "/open": secured([]),
    "/option": secured([{ fetch: [] }]),
  };
  expect(leaveOut({ security: [{ digest: [] }], paths, components: { securitySchemes } })).toMatchObject({
    rejected: ["GET /root", "GET /option"],
    issues: [],
    kept: ["GET /own", "GET /open"],
  });
});

test("leaveOutRejected keeps a component of which an operation needs only a part", () => {
  const part = { type: "array", items: { $ref: "#/components/schemas/Whole/properties/part" } };
  const properties = { part: { type: "string" }, other: { $ref: "#/components/schemas/Other" } };
  const schemas = { Whole: { type: "object", properties }, Other: { type: "string" }, Row: { type: "none" } };
  expect(
    leaveOut({ paths: { "/part": returning(part), "/row": returning(row) }, components: { schemas } }),
  ).toMatchObject({
    kept: ["GET /part"],
    schemas: ["Whole", "Other"],
  });
});

test("leaveOutRejected keeps what a discriminator maps to", () => {
  const mapping = { dog: "#/components/schemas/Dog", cat: "Cat" };
  const Animal = { type: "object", discriminator: { propertyName: "kind", mapping } };
  const part = { allOf: [{ $ref: "#/components/schemas/Animal" }] };
  const paths = { "/animal": returning({ $ref: "#/components/schemas/Animal" }), "/none": rejected };
  const { schemas } = leaveOut({ paths, components: { schemas: { Animal, Dog: part, Cat: part, Unused: {} } } });
  expect(schemas).toEqual(["Animal", "Dog", "Cat"]);
});

test("leaveOutRejected keeps what others need beside a path with a fragment", () => {
  const paths = { "/row": returning(row), "/row#part": returning(row) };
  expect(leaveOut({ paths, components: { schemas: { Row: { type: "object" } } } })).toMatchObject({
    rejected: ["GET /row#part"],
    schemas: ["Row"],
  });
});

test("leaveOutRejected leaves out a path without operations, with its parameters", () => {
  const paths = { "/idle": { parameters: [{ $ref: "#/components/parameters/q" }] }, "/none": rejected, "/a": kept };
  const components = { parameters: { q: { name: "q", in: "query", schema: { type: "string" } } } };
  const { document, plan } = leaveOutRejected(documentWith({ paths, components }));
  expect([Object.keys(document.paths), document.components]).toEqual([["/a"], { parameters: {} }]);
  expect(plan?.operations).toHaveLength(1);
});

test("leaveOutRejected leaves out an unsupported method alone", () => {
  const expected = { rejected: ["HEAD /row"], kept: ["GET /row"] };
  expect(leaveOut({ paths: { "/row": { ...kept, head: { responses: done } } } })).toMatchObject(expected);
});

test("leaveOutRejected leaves out operations that refer to a part of one left out, directly or not", () => {
  const like = (path: string) => ({ get: { responses: { 204: { $ref: `#/paths/~1${path}/get/responses/204` } } } });
  const paths = { "/c": like("b"), "/b": like("a"), "/a": rejected, "/d": kept };
  const { document, rejected: found } = leaveOutRejected(documentWith({ paths }));
  expect(found.map(({ issues }) => issues.map(({ message }) => message))).toEqual([
    ['GET /a has the cookie parameter "session"; only path, query and header parameters are supported.'],
    ["GET /c refers to a part of GET /a, which is left out; move that part to components."],
    ["GET /b refers to a part of GET /a, which is left out; move that part to components."],
  ]);
  expect(Object.keys(document.paths)).toEqual(["/d"]);
});

test("leaveOutRejected leaves out extensions that refer to what is left out", () => {
  const given = {
    "x-webhooks": { added: { post: { requestBody: { content: { "application/json": { schema: row } } } } } },
    paths: { "/row": { get: { ...kept.get, "x-of": row } }, "/none": { get: { ...rejected.get, "x-of": row } } },
    components: { schemas: { Row: { type: "object" } } },
  };
  expect(leaveOut(given)).toMatchObject({ rejected: ["GET /none"], kept: ["GET /row"] });
  expect(JSON.stringify(leaveOutRejected(documentWith(given)).document)).not.toContain("$ref");
});

test("leaveOutRejected lists the operations of a path that refers to another", () => {
  const paths = { "/a": { ...rejected, put: kept.get }, "/b": { $ref: "#/paths/~1a", put: kept.get } };
  expect(leaveOut({ paths })).toMatchObject({
    operationCount: 4,
    rejected: ["GET /a", "GET /b"],
    kept: ["PUT /a", "PUT /b"],
  });
});

test("leaveOutRejected keeps the parameters of a path for operations that refer to their schemas", () => {
  const schema = { $ref: "#/paths/~1a/parameters/0/schema" };
  const paths = {
    "/a": { parameters: [{ name: "q", in: "query", schema: { type: "string" } }], ...rejected },
    "/b": { get: { parameters: [{ name: "p", in: "query", schema }], responses: done } },
  };
  expect(leaveOut({ paths })).toMatchObject({ rejected: ["GET /a"], kept: ["GET /b"] });
});

/** A path with an operation that responds with a schema. */
function returning(schema: object) {
  return { get: { responses: { 200: { description: "It.", content: { "application/json": { schema } } } } } };
}

/** What is left out of a document with these fields, and what remains. */
function leaveOut(given: object) {
  const { document, rejected, others, issues, operationCount } = leaveOutRejected(documentWith(given));
  return {
    operationCount,
    rejected: rejected.map(({ title }) => title),
    others: others.map(({ pointer }) => pointer),
    issues,
    kept: readPlan(document).operations.map(({ method, path }) => `${method} ${path}`),
    schemas: Object.keys(document.components?.schemas ?? {}),
  };
}
