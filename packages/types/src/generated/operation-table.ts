// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

import type { Operation } from "../operation.js";
import type { OperationId } from "./methods.js";

/** The URL of the server that the contract names. */
export const serverUrl: string = "https://link.serviceform.com";

/** The request header that carries the API key, in lower case; empty unless every operation has this key alone. */
export const apiKeyHeader: string = "sf-api-key";

/** How each operation is sent: one frozen entry per `operationId`. */
export const operationTable: { readonly [Id in OperationId]: Operation } = /* @__PURE__ */ freeze({
  listSpaces: {"method":"GET","path":"/flex/spaces","pathKeys":[],"queryKeys":[],"bodyKeys":[],"required":[],"idempotent":true,"writes":false,"responseBody":"array"},
  listItems: {"method":"GET","path":"/flex/spaces/{spaceId}/items","pathKeys":["spaceId"],"queryKeys":[],"bodyKeys":[],"required":["spaceId"],"idempotent":true,"writes":false,"responseBody":"array"},
  createItem: {"method":"POST","path":"/flex/spaces/{spaceId}/items","pathKeys":["spaceId"],"queryKeys":[],"bodyKeys":["primary_field"],"required":["spaceId","primary_field"],"idempotent":false,"writes":true,"responseBody":"object"},
  getItem: {"method":"GET","path":"/flex/spaces/{spaceId}/items/{itemId}","pathKeys":["spaceId","itemId"],"queryKeys":[],"bodyKeys":[],"required":["spaceId","itemId"],"idempotent":true,"writes":false,"responseBody":"object"},
  updateItem: {"method":"PUT","path":"/flex/spaces/{spaceId}/items/{itemId}","pathKeys":["spaceId","itemId"],"queryKeys":[],"bodyKeys":["primary_field"],"required":["spaceId","itemId","primary_field"],"idempotent":true,"writes":true,"responseBody":"object"},
  deleteItem: {"method":"DELETE","path":"/flex/spaces/{spaceId}/items/{itemId}","pathKeys":["spaceId","itemId"],"queryKeys":[],"bodyKeys":[],"required":["spaceId","itemId"],"idempotent":true,"writes":true,"responseBody":"none"},
  listLeads: {"method":"GET","path":"/leads","pathKeys":[],"queryKeys":[],"bodyKeys":[],"required":[],"idempotent":true,"writes":false,"responseBody":"array"},
  listChats: {"method":"POST","path":"/chats","pathKeys":[],"queryKeys":[],"bodyKeys":["startTime","endTime","uid","limit","showMessages","chatbot"],"required":[],"idempotent":true,"writes":false,"responseBody":"array"},
  getChatStatistics: {"method":"GET","path":"/statistics/chat","pathKeys":[],"queryKeys":["startTime","endTime","metrics"],"bodyKeys":[],"required":[],"idempotent":true,"writes":false,"responseBody":"object"},
});

/** Freezes a value and everything in it. */
function freeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) if (typeof inner === "object") freeze(inner);
  return Object.freeze(value);
}
