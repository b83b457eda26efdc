import { samples } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { handlers } from "./handlers/handlers.js";
import { call } from "./testing/call.js";
import { type Case, contractCases } from "./testing/contract-cases.js";
import { rightRequests } from "./testing/right-requests.js";
import { createSandbox } from "./testing/sandbox.js";

const items = "/flex/spaces/space-customers/items";
const nowhere = "/flex/spaces/nowhere/items";
const valid = { primary_field: "Harbour Dental" };

/** Statuses that handlers decide, and details of parsing requests; `contractCases` covers every operation. */
const cases: { readonly [Id in OperationId]?: readonly Case[] } = {
  listSpaces: [
    [403, "no key", "GET /flex/spaces", { key: undefined }],
    [403, "an empty key", "GET /flex/spaces", { key: "" }],
  ],
  listItems: [
    [200, "a space without items", "GET /flex/spaces/space-archive/items"],
    [403, "no key", `GET ${items}`, { key: undefined }],
    [403, "no key and an unknown space", `GET ${nowhere}`, { key: undefined }],
    [404, "a space whose name cannot be decoded", "GET /flex/spaces/%ff/items"],
    [404, "a space with an encoded slash", "GET /flex/spaces/a%2Fb/items"],
  ],
  createItem: [
    [
      200,
      "a content type with a charset",
      `POST ${items}`,
      { body: valid, headers: { "content-type": "Application/JSON; charset=utf-8" } },
    ],
    [403, "no key and a bad body", `POST ${items}`, { body: "{", key: undefined }],
    [422, "an unknown space", `POST ${nowhere}`, { body: valid }],
    [422, "no body", `POST ${items}`],
    [422, "no JSON", `POST ${items}`, { body: "{" }],
    [422, "a missing field", `POST ${items}`, { body: {} }],
    [422, "a mistyped field", `POST ${items}`, { body: { primary_field: 5 } }],
    [422, "a null", `POST ${items}`, { body: { primary_field: null } }],
    [422, "a field that every object inherits", `POST ${items}`, { body: '{"primary_field":"","constructor":1}' }],
    [422, "the prototype as a field", `POST ${items}`, { body: '{"primary_field":"","__proto__":{}}' }],
    [422, "another content type", `POST ${items}`, { body: valid, headers: { "content-type": "text/plain" } }],
    [422, "a body that is too large", `POST ${items}`, { body: { primary_field: "x".repeat(1_048_576) } }],
  ],
  getItem: [
    [200, "an encoded letter", "GET /flex/spaces/space%2Dcustomers/items/ITEM"],
    [404, "an unknown space", `GET ${nowhere}/ITEM`],
    [404, "an item of another space", "GET /flex/spaces/space-archive/items/ITEM"],
  ],
  updateItem: [
    [400, "no body", `PUT ${items}/ITEM`],
    [400, "no JSON", `PUT ${items}/ITEM`, { body: "{" }],
    [400, "no object", `PUT ${items}/ITEM`, { body: "null" }],
    [400, "another content type", `PUT ${items}/ITEM`, { body: valid, headers: { "content-type": "text/plain" } }],
    [404, "an unknown space", `PUT ${nowhere}/ITEM`, { body: valid }],
    [422, "a missing field", `PUT ${items}/ITEM`, { body: {} }],
    [422, "a mistyped field", `PUT ${items}/ITEM`, { body: { primary_field: ["x"] } }],
  ],
  deleteItem: [[404, "an unknown space", `DELETE ${nowhere}/ITEM`]],
  listLeads: [[401, "no key", "GET /leads", { key: undefined }]],
  listChats: [
    [200, "no filter", "POST /chats", { body: {} }],
    [
      200,
      "all filters",
      "POST /chats",
      {
        body: {
          startTime: "2025-01-01T00:00:00Z",
          endTime: "2025-12-31T00:00:00+02:00",
          uid: "user-1",
          limit: 1,
          showMessages: true,
          chatbot: true,
        },
      },
    ],
    [403, "no key and no body", "POST /chats", { key: undefined }],
    [400, "no body", "POST /chats"],
    [400, "no JSON", "POST /chats", { body: "no" }],
    [400, "a date without a time", "POST /chats", { body: { startTime: "2025-01-01" } }],
    [400, "a time without a zone", "POST /chats", { body: { startTime: "2025-01-01T00:00:00" } }],
    [400, "a day that does not exist", "POST /chats", { body: { endTime: "2025-02-30T00:00:00Z" } }],
    [400, "a limit of none", "POST /chats", { body: { limit: 0 } }],
    [400, "half a chat", "POST /chats", { body: { limit: 1.5 } }],
    [400, "a limit beyond numbers", "POST /chats", { body: '{"limit":1e999}' }],
    [400, "a flag as text", "POST /chats", { body: { chatbot: "true" } }],
  ],
  getChatStatistics: [
    [200, "no parameters", "GET /statistics/chat"],
    [
      200,
      "all parameters",
      "GET /statistics/chat?startTime=2025-01-01T00:00:00Z&endTime=2025-12-31T00:00:00Z&metrics=totalChats&metrics=chatsBySource",
    ],
    [400, "an unknown metric", "GET /statistics/chat?metrics=mood"],
    [400, "a metric that every object inherits", "GET /statistics/chat?metrics=constructor"],
    [400, "an empty metric", "GET /statistics/chat?metrics="],
    [400, "metrics joined by a comma", "GET /statistics/chat?metrics=totalChats,chatsBySource"],
    [400, "no date-time", "GET /statistics/chat?startTime=yesterday"],
    [400, "two start times", "GET /statistics/chat?startTime=2025-01-01T00:00:00Z&startTime=2025-01-01T00:00:00Z"],
    [400, "an unencoded plus sign, which is a space", "GET /statistics/chat?startTime=2025-01-01T00:00:00+02:00"],
    [403, "a wrong key and a bad parameter", "GET /statistics/chat?metric=x", { key: "other" }],
  ],
};

for (const request of rightRequests) {
  const { id } = request;
  // Without a handler nothing is unknown: the response has the ID of the request.
  const fromContract = contractCases(request).filter(([status]) => status !== 404 || Object.hasOwn(handlers, id));
  const own = [...fromContract, ...(cases[id] ?? [])];
  for (const [status, cause, what, sent] of own) {
    test(`${id} responds with ${status} to ${cause}`, async () => {
      const sandbox = createSandbox();
      const item = sandbox.store.items.find(({ space_id }) => space_id === "space-customers")?.id ?? "";
      const response = await call(sandbox, what.replace("ITEM", item), sent);
      expect(response.status).toBe(status);
      expect(sandbox.requests[0]).toMatchObject({ operation: id, status });
    });
  }

  test.runIf(Object.hasOwn(handlers, id))(`every documented status of ${id} is reached`, () => {
    const reached = new Set(own.map(([status]) => status));
    const unmet = samples[id].statuses.filter((status) => !reached.has(status));
    expect(unmet, `add a case of ${id} to statuses.test.ts`).toEqual([]);
  });
}

test("covers every operation", () => {
  expect(rightRequests.map(({ id }) => id).sort()).toEqual(Object.keys(operationTable).sort());
});

test.each([
  [404, "GET /"],
  [404, "GET /nothing"],
  [404, "GET /leads/"],
  [404, "GET //leads"],
  [404, "GET /flex/spaces//items"],
  [404, "GET /flex/spaces/space-customers/items/"],
  [404, "DELETE /flex/spaces/space-customers/items/.."],
  [404, "DELETE /flex/spaces/space-customers/items/%2e%2e"],
  [404, "GET /LEADS"],
  [404, "OPTIONS /nothing"],
  [404, "HEAD /nothing"],
])("without an operation, the response is %i to %s", async (status, what) => {
  const sandbox = createSandbox();
  const response = await call(sandbox, what);
  expect(response.status).toBe(status);
  expect(sandbox.requests[0]).toMatchObject({ operation: undefined, status });
});

const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"];
const paths = [...new Set(Object.values(operationTable).map(({ path }) => path))];

test.for(paths)("other methods than those of %s are 405, and the response names these", async (path) => {
  const allowed = Object.values(operationTable).flatMap((operation) =>
    operation.path === path ? [operation.method] : [],
  );
  const [, target = ""] = rightRequests.find(({ id }) => operationTable[id].path === path)?.what.split(/[ ?]/) ?? [];
  for (const method of METHODS.filter((one) => !allowed.some((allowedOne) => allowedOne === one))) {
    const response = await call(createSandbox(), `${method} ${target}`);
    expect([method, response.status, response.headers.get("allow")]).toEqual([method, 405, allowed.join(", ")]);
    expect(await response.text()).toMatch(method === "HEAD" ? /^$/ : /not allowed/);
  }
});
