import { expect, test } from "vitest";
import document from "./generated/openapi.json" with { type: "json" };
import { apiKeyHeader, operationTable, server } from "./index.js";

const entries = Object.entries(operationTable);

test("says how each of the nine operations travels", () => {
  const rows = entries.map(([id, { method, path, pathKeys, queryKeys, bodyKeys, required, answers }]) =>
    [`${id}: ${method} ${path}`, pathKeys, queryKeys, bodyKeys, required, answers].join(" | "),
  );
  expect(rows).toEqual([
    "listSpaces: GET /flex/spaces |  |  |  |  | array",
    "listItems: GET /flex/spaces/{spaceId}/items | spaceId |  |  | spaceId | array",
    "createItem: POST /flex/spaces/{spaceId}/items | spaceId |  | primary_field | spaceId,primary_field | object",
    "getItem: GET /flex/spaces/{spaceId}/items/{itemId} | spaceId,itemId |  |  | spaceId,itemId | object",
    "updateItem: PUT /flex/spaces/{spaceId}/items/{itemId} | spaceId,itemId |  | primary_field | spaceId,itemId,primary_field | object",
    "deleteItem: DELETE /flex/spaces/{spaceId}/items/{itemId} | spaceId,itemId |  |  | spaceId,itemId | nothing",
    "listLeads: GET /leads |  |  |  |  | array",
    "listChats: POST /chats |  |  | startTime,endTime,uid,limit,showMessages,chatbot |  | array",
    "getChatStatistics: GET /statistics/chat |  | startTime,endTime,metrics |  |  | object",
  ]);
});

test("knows what may be repeated and what writes", () => {
  const ids = (predicate: (entry: (typeof operationTable)["listSpaces"]) => boolean) =>
    entries.filter(([, entry]) => predicate(entry)).map(([id]) => id);
  expect(ids(({ idempotent }) => !idempotent)).toEqual(["createItem"]);
  expect(ids(({ writes }) => writes)).toEqual(["createItem", "updateItem", "deleteItem"]);
});

test("cannot be changed by whoever imports it", () => {
  expect(Object.isFrozen(operationTable)).toBe(true);
  for (const [, entry] of entries)
    for (const value of [entry, entry.pathKeys, entry.queryKeys, entry.bodyKeys, entry.required])
      expect(Object.isFrozen(value)).toBe(true);
});

test("names the server and the key's header as the document does", () => {
  expect(server).toBe(document.servers[0]?.url);
  expect(apiKeyHeader).toBe(document.components.securitySchemes.apiKey.name);
});

test("holds every operation of the document and no other", () => {
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      "operationId" in operation ? [`${operation.operationId} ${method.toUpperCase()} ${path}`] : [],
    ),
  );
  expect(entries.map(([id, { method, path }]) => `${id} ${method} ${path}`)).toEqual(documented);
});
