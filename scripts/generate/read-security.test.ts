import { expect, test } from "vitest";
import { documentWith, done } from "./fixtures/document.ts";
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
  expect(() => readPlan(secured(root, own))).toThrow(message);
});

test.for([
  [[{ "api-key": [] }], undefined, [["apiKey"]]],
  [[{ token: [], login: [] }, { token: [] }], undefined, [["token"]]],
  [[{ token: [], "api-key": [] }], undefined, [["token", "apiKey"]]],
  [[{ oauth: [], token: [] }], undefined, [["oauth"]]],
] as const)("the security %j with %j of an operation is read as %j", ([root, own, options]) => {
  const { security } = readPlan(secured(root, own));
  expect(security.map((way) => way.map(({ option }) => option))).toEqual(options);
});

function secured(security: unknown, own: unknown) {
  const get = { operationId: "getRow", responses: done };
  const put = { operationId: "updateRow", responses: done, ...(own !== undefined && { security: own }) };
  return documentWith({ security, paths: { "/rows": { get, put } }, components: { securitySchemes: schemes } });
}
