import { type OperationId, operationTable } from "@serviceform/types";

/** For each operation: an input, the request that it becomes, an answer and what the method makes of it. */
export const samples: {
  readonly [Id in OperationId]: {
    readonly input: Readonly<Record<string, unknown>> | undefined;
    readonly line: string;
    readonly body?: unknown;
    readonly query?: string;
    readonly json: unknown;
  };
} = {
  listSpaces: { input: undefined, line: "GET /flex/spaces", json: [{ id: "s1" }] },
  listItems: { input: { spaceId: "s1" }, line: "GET /flex/spaces/s1/items", json: [{ id: "i1", new_field: 1 }] },
  createItem: {
    input: { spaceId: "s1", primary_field: "Acme" },
    line: "POST /flex/spaces/s1/items",
    body: { primary_field: "Acme" },
    json: { id: "i1" },
  },
  getItem: { input: { spaceId: "s1", itemId: "i1" }, line: "GET /flex/spaces/s1/items/i1", json: { id: "i1" } },
  updateItem: {
    input: { spaceId: "s1", itemId: "i1", primary_field: "Acme" },
    line: "PUT /flex/spaces/s1/items/i1",
    body: { primary_field: "Acme" },
    json: { id: "i1" },
  },
  deleteItem: { input: { spaceId: "s1", itemId: "i1" }, line: "DELETE /flex/spaces/s1/items/i1", json: undefined },
  listLeads: { input: undefined, line: "GET /leads", json: [{ id: "l1", name: "Jane" }] },
  listChats: {
    input: { limit: 2, showMessages: true },
    line: "POST /chats",
    body: { limit: 2, showMessages: true },
    json: [{ id: "c1" }],
  },
  getChatStatistics: {
    input: { startTime: "2025-01-01T00:00:00Z", metrics: ["a", "b c"] },
    line: "GET /statistics/chat",
    query: "startTime=2025-01-01T00%3A00%3A00Z&metrics=a&metrics=b%20c",
    json: { totalChats: 3 },
  },
};

export const operationIds: OperationId[] = Object.keys(operationTable) as OperationId[];
