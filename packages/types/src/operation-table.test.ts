import { expect, test } from "vitest";
import document from "./generated/openapi.json" with { type: "json" };
import { apiKeyHeader, operationTable, serverUrl, usesSecuritySchemes } from "./index.js";

const entries = Object.entries(operationTable);

test("operationTable lists input, effect and response of each operation", () => {
  const rows = entries.map(([id, { method, path, pathKeys, queryKeys, bodyKeys, required, ...entry }]) => {
    const { idempotent, writes, responseBody, ...others } = entry;
    const facts = [idempotent ? "repeats" : "once", writes ? "writes" : "reads", responseBody, ...Object.keys(others)];
    return [`${id}: ${method} ${path}`, pathKeys, queryKeys, bodyKeys, required, facts.join(" ")].join(" | ");
  });
  const [item, input] = ["spaceId,itemId", "primary_field"];
  expect(rows).toEqual(
    expect.arrayContaining([
      "listSpaces: GET /flex/spaces |  |  |  |  | repeats reads array",
      "listItems: GET /flex/spaces/{spaceId}/items | spaceId |  |  | spaceId | repeats reads array",
      `createItem: POST /flex/spaces/{spaceId}/items | spaceId |  | ${input} | spaceId,${input} | once writes object`,
      `getItem: GET /flex/spaces/{spaceId}/items/{itemId} | ${item} |  |  | ${item} | repeats reads object`,
      `updateItem: PUT /flex/spaces/{spaceId}/items/{itemId} | ${item} |  | ${input} | ${item},${input} | repeats writes object`,
      `deleteItem: DELETE /flex/spaces/{spaceId}/items/{itemId} | ${item} |  |  | ${item} | repeats writes none`,
      "listLeads: GET /leads |  |  |  |  | repeats reads array",
      "listChats: POST /chats |  |  | startTime,endTime,uid,limit,showMessages,chatbot |  | repeats reads array",
      "getChatStatistics: GET /statistics/chat |  | startTime,endTime,metrics |  |  | repeats reads object",
    ]),
  );
});

test("serverUrl and apiKeyHeader are those of the document", () => {
  expect(serverUrl).toBe(document.servers[0]?.url);
  // Each of several security schemes has its own.
  expect(apiKeyHeader).toBe(usesSecuritySchemes ? "" : document.components.securitySchemes.apiKey.name);
});

test("operationTable has exactly the operations of the document", () => {
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      "operationId" in operation ? [`${operation.operationId} ${method.toUpperCase()} ${path}`] : [],
    ),
  );
  expect(entries.map(([id, { method, path }]) => `${id} ${method} ${path}`)).toEqual(documented);
});
