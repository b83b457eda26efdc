import { contract, integer, type Json, json, object, parameter, ref, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

const limit = parameter("limit", { ...integer, minimum: 1, maximum: 200, default: 2 });
const cursor = parameter("cursor");
const nextCursor: Json = { ...text, nullable: true };

function list(operationId: string, pagination: Json, parameters: readonly Json[], schema: Json, more: Json = {}): Json {
  return { operationId, "x-pagination": pagination, parameters, responses: { 200: json(schema) }, ...more };
}

const byCursor = { style: "cursor", parameter: "cursor", limit: "limit", items: "/data", next: "/next_cursor" };
const byOffset = { style: "offset", parameter: "offset", limit: "limit", items: "/data" };
const byLink = { style: "link", parameter: "page", limit: "limit" };

/** A list in each style of pagination. */
export const pagedLists: OpenApi = contract(
  {
    "/rows": { get: list("listRows", byCursor, [cursor, limit], ref("RowPage")) },
    "/rows/search": {
      post: list(
        "searchRows",
        { style: "cursor", parameter: "after", items: "/result/rows", next: "/result/paging/after" },
        [],
        object({ result: ref("Result") }, ["result"]),
        {
          "x-safe": true,
          "x-idempotent": true,
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: object({ after: integer, text }, [], { additionalProperties: false }) },
            },
          },
        },
      ),
    },
    "/groups/{groupId}/rows": {
      get: list(
        "listGroupRows",
        byOffset,
        [parameter("groupId", text, "path"), parameter("offset", integer), limit],
        object({ data: { type: "array", items: ref("Row") } }, ["data"]),
      ),
    },
    "/sparse": {
      get: list(
        "listSparse",
        { style: "cursor", parameter: "cursor", items: "/data", next: "/next_cursor" },
        [cursor],
        object({ data: { type: "array", items: text }, next_cursor: text }),
      ),
    },
    "/plain": {
      get: { operationId: "listPlain", parameters: [cursor], responses: { 200: json({ type: "array", items: text }) } },
    },
    "/linked/{groupId}": {
      get: list(
        "listLinked",
        byLink,
        [parameter("groupId", text, "path"), parameter("page", { ...integer, minimum: 1 }), limit, parameter("tag")],
        { type: "array", items: ref("Row") },
      ),
    },
    "/nested": {
      get: list(
        "listNested",
        { style: "link", parameter: "from", items: "/items", next: "/links/next" },
        [parameter("from")],
        object({ items: { type: "array", items: text }, links: object({ next: text }) }, ["items"]),
      ),
    },
  },
  {
    schemas: {
      Row: object({ id: text }, ["id"]),
      RowPage: object({ data: { type: "array", items: ref("Row") }, next_cursor: nextCursor }, ["data", "next_cursor"]),
      Result: object({ rows: { type: "array", items: ref("Row") }, paging: object({ after: integer }) }, ["rows"]),
    },
  },
);
