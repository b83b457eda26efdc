import { type OperationId, operationTable } from "@serviceform/types";
import { listChats } from "./chats.js";
import type { Handlers } from "./handler.js";
import { createItem, deleteItem, getItem, listItems, listSpaces, updateItem } from "./items.js";
import { listLeads } from "./leads.js";
import { getChatStatistics } from "./statistics.js";

/** The handlers for the store. An operation without a handler responds from the contract. */
export const handlers: Handlers = {
  listSpaces,
  listItems,
  createItem,
  getItem,
  updateItem,
  deleteItem,
  listLeads,
  listChats,
  getChatStatistics,
};

/** The operations that respond from the contract's examples and schemas. */
export function withoutHandler(own: Handlers = handlers): OperationId[] {
  return (Object.keys(operationTable) as OperationId[]).filter((id) => !own[id]);
}
