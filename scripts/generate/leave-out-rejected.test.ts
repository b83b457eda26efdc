import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { documentWith, done } from "./fixtures/document.ts";
import { leaveOutRejected } from "./leave-out-rejected.ts";
import { readPlan } from "./plan.ts";

const cookie = [{ name: "session", in: "cookie", schema: { type: "string" } }];
const row = { $ref: "#/components/schemas/Row" };

const document = {
  info: { title: "Rows", version: "1.0.0" },
  servers: [{ url: "https://api.test" }],
  paths: {
    "/rows": {
      get: { operationId: "listRows", responses: done },
      put: { operationId: "updateRows", parameters: cookie, responses: done },
    },
    "/shared": { parameters: cookie, get: { operationId: "getShared", responses: done } },
    "/row": {
      get: {
        operationId: "getRow",
        responses: { 200: { description: "It.", content: { "application/json": { schema: row } } } },
      },
    },
  },
  components: { schemas: { Row: { type: "object", unheardOf: 1 }, Unused: { type: "none" } } },
} as unknown as Document;

test("leaveOutRejected leaves out operations with an issue of their own, of their path or of a component", () => {
  const { document: rest, operationCount, rejected, others } = leaveOutRejected(document);
  expect(operationCount).toBe(4);
  expect(rejected.map(({ title }) => title)).toEqual(["PUT /rows", "GET /shared", "GET /row"]);
  expect(others.map(({ pointer }) => pointer)).toEqual(["#/components/schemas/Unused/type"]);
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["listRows"]);
});

test("leaveOutRejected keeps a document without issues", () => {
  const { document: rest } = leaveOutRejected(document);
  expect(leaveOutRejected(rest)).toMatchObject({
    document: rest,
    operationCount: 1,
    rejected: [],
    others: [],
    issues: [],
  });
});

test("leaveOutRejected keeps the issues of the whole document apart", () => {
  const { document: rest, issues, rejected } = leaveOutRejected({ ...document, servers: [] });
  expect(issues.map(({ pointer }) => pointer)).toEqual(["#/servers"]);
  expect(rejected).toHaveLength(3);
  expect(Object.keys(rest.paths)).toEqual(["/rows"]);
});

test("leaveOutRejected leaves out the operations of a security scheme that is not supported", () => {
  const get = (operationId: string, security?: object) => ({ get: { operationId, security, responses: done } });
  const paths = {
    "/root": get("getRoot"),
    "/own": get("getOwn", [{ digest: [] }, { token: [] }]),
    "/open": get("getOpen", []),
    "/option": get("getOption", [{ fetch: [] }]),
  };
  const securitySchemes = {
    digest: { type: "http", scheme: "digest" },
    token: { type: "http", scheme: "bearer" },
    fetch: { type: "http", scheme: "bearer" },
  };
  const secured = { ...withPaths(paths), security: [{ digest: [] }], components: { securitySchemes } };
  const { plan, rejected, issues } = leaveOutRejected(secured as Document);
  expect([rejected.map(({ title }) => title), issues]).toEqual([["GET /root", "GET /option"], []]);
  expect(plan?.operations.map(({ id }) => id)).toEqual(["getOwn", "getOpen"]);
});

test("leaveOutRejected keeps a component of which an operation needs only a part", () => {
  const { paths, components } = structuredClone(document);
  const part = { type: "array", items: { $ref: "#/components/schemas/Whole/properties/part" } };
  Object.assign(Object(paths["/rows"]).get, {
    responses: { 200: { description: "It.", content: { "application/json": { schema: part } } } },
  });
  const Whole = {
    type: "object",
    properties: { part: { type: "string" }, other: { $ref: "#/components/schemas/Other" } },
  };
  Object.assign(components?.schemas ?? {}, { Whole, Other: { type: "string" } });
  const { document: rest } = leaveOutRejected({ ...document, paths, components: { ...components } });
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["listRows"]);
});

test("leaveOutRejected keeps what a discriminator maps to", () => {
  const { paths, components } = structuredClone(document);
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Animal" } } };
  Object.assign(Object(paths["/rows"]).get, { responses: { 200: { description: "It.", content } } });
  const mapping = { dog: "#/components/schemas/Dog", cat: "Cat" };
  const Animal = { type: "object", discriminator: { propertyName: "kind", mapping } };
  const part = { allOf: [{ $ref: "#/components/schemas/Animal" }] };
  Object.assign(components?.schemas ?? {}, { Animal, Dog: part, Cat: part });
  const { document: rest } = leaveOutRejected({ ...document, paths, components: { ...components } });
  expect(Object.keys(rest.components?.schemas ?? {})).toEqual(["Animal", "Dog", "Cat"]);
});

test("leaveOutRejected keeps what others need beside a path with a fragment", () => {
  const responses = { 200: { description: "It.", content: { "application/json": { schema: row } } } };
  const { document: rest, rejected } = leaveOutRejected({
    ...withPaths({ "/row": { get: { responses } }, "/row#part": { get: { responses } } }),
    components: { schemas: { Row: { type: "object" } } },
  } as Document);
  expect(rejected.map(({ title }) => title)).toEqual(["GET /row#part"]);
  expect(Object.keys(rest.components?.schemas ?? {})).toEqual(["Row"]);
});

test("leaveOutRejected leaves out a path without operations, with its parameters", () => {
  const idle = { parameters: [{ $ref: "#/components/parameters/q" }] };
  const { document: rest, plan } = leaveOutRejected({
    ...withPaths({
      "/idle": idle,
      "/none": { get: { parameters: cookie, responses: done } },
      "/a": { get: { responses: done } },
    }),
    components: { parameters: { q: { name: "q", in: "query", schema: { type: "string" } } } },
  } as Document);
  expect([Object.keys(rest.paths), rest.components]).toEqual([["/a"], { parameters: {} }]);
  expect(plan?.operations).toHaveLength(1);
});

test("leaveOutRejected leaves out an unsupported method alone", () => {
  const get = { operationId: "getRow", responses: done };
  const { document: rest, rejected } = leaveOutRejected(withPaths({ "/row": { get, head: { responses: done } } }));
  expect(rejected.map(({ title }) => title)).toEqual(["HEAD /row"]);
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["getRow"]);
});

test("leaveOutRejected leaves out operations that refer to a part of one left out, directly or not", () => {
  const paths = {
    "/c": { get: { operationId: "getC", responses: { 204: { $ref: "#/paths/~1b/get/responses/204" } } } },
    "/b": { get: { operationId: "getB", responses: { 204: { $ref: "#/paths/~1a/get/responses/204" } } } },
    "/a": {
      get: {
        operationId: "getA",
        parameters: cookie,
        responses: done,
      },
    },
    "/d": { get: { operationId: "getD", responses: done } },
  };
  const { document: rest, rejected } = leaveOutRejected(withPaths(paths));
  expect(rejected.map(({ issues }) => issues.map(({ message }) => message))).toEqual([
    ['GET /a has the cookie parameter "session"; only path, query and header parameters are supported.'],
    ["GET /c refers to a part of GET /a, which is left out; move that part to components."],
    ["GET /b refers to a part of GET /a, which is left out; move that part to components."],
  ]);
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["getD"]);
});

test("leaveOutRejected leaves out extensions that refer to what is left out", () => {
  const get = { operationId: "getRow", "x-of": row, responses: done };
  const extended = {
    ...withPaths({ "/row": { get }, "/none": { get: { ...get, parameters: cookie } } }),
    "x-webhooks": { added: { post: { requestBody: { content: { "application/json": { schema: row } } } } } },
    components: { schemas: { Row: { type: "object" } } },
  } as Document;
  const { document: rest, rejected } = leaveOutRejected(extended);
  expect(rejected.map(({ title }) => title)).toEqual(["GET /none"]);
  expect(JSON.stringify(rest)).not.toContain("$ref");
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["getRow"]);
});

test("leaveOutRejected lists the operations of a path that refers to another", () => {
  const paths = {
    "/a": { get: { parameters: cookie, responses: done }, put: { responses: done } },
    "/b": { $ref: "#/paths/~1a", put: { operationId: "updateB", responses: done } },
  };
  const { document: rest, operationCount, rejected } = leaveOutRejected(withPaths(paths));
  expect(operationCount).toBe(4);
  expect(rejected.map(({ title }) => title)).toEqual(["GET /a", "GET /b"]);
  expect(readPlan(rest).operations.map(({ method, path }) => `${method} ${path}`)).toEqual(["PUT /a", "PUT /b"]);
});

test("leaveOutRejected keeps the parameters of a path for operations that refer to their schemas", () => {
  const schema = { $ref: "#/paths/~1a/parameters/0/schema" };
  const paths = {
    "/a": {
      parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
      get: { operationId: "getA", parameters: cookie, responses: done },
    },
    "/b": { get: { operationId: "getB", parameters: [{ name: "p", in: "query", schema }], responses: done } },
  };
  const { document: rest } = leaveOutRejected(withPaths(paths));
  expect(readPlan(rest).operations).toMatchObject([{ id: "getB", parameters: [{ name: "p" }] }]);
});

function withPaths(paths: object): Document {
  return documentWith({ paths });
}
