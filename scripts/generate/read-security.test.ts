import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { readPlan } from "./plan.ts";

const schemes = {
  "api-key": { type: "apiKey", in: "header", name: "x-a" },
  api_key: { type: "apiKey", in: "header", name: "x-b" },
  token: { type: "http", scheme: "bearer" },
  login: { type: "http", scheme: "basic" },
  oauth: { type: "oauth2", flows: {} },
};

test.for([
  [[{ "api-key": [] }], [{ api_key: [] }], 'the security schemes "api-key" and "api_key", which would be one option'],
  [[{ token: [], login: [] }], undefined, 'two credentials in the header "authorization", which carries one'],
] as const)("the security %j with %j of an operation is rejected: %s", ([root, own, message]) => {
  expect(() => readPlan(documentWith(root, own))).toThrow(message);
});

test.for([
  [[{ "api-key": [] }], undefined, [["apiKey"]]],
  [[{ token: [], login: [] }, { token: [] }], undefined, [["token"]]],
  [[{ token: [], "api-key": [] }], undefined, [["token", "apiKey"]]],
  [[{ oauth: [], token: [] }], undefined, [["oauth"]]],
] as const)("the security %j with %j of an operation is read as %j", ([root, own, options]) => {
  const { security } = readPlan(documentWith(root, own));
  expect(security.map((way) => way.map(({ option }) => option))).toEqual(options);
});

function documentWith(security: unknown, own: unknown): Document {
  const done = { responses: { 204: { description: "Done." } } };
  return {
    openapi: "3.0.3",
    info: { title: "Rows", version: "1.0.0" },
    servers: [{ url: "https://api.test" }],
    security,
    paths: {
      "/rows": {
        get: { operationId: "getRow", ...done },
        put: { operationId: "updateRow", ...done, ...(own !== undefined && { security: own }) },
      },
    },
    components: { securitySchemes: schemes },
    // The document is parsed YAML, and its type has only the parts that generation reads.
  } as unknown as Document;
}
