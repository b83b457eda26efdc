import { listChats } from "./chats.js";
import type { Handlers } from "./handler.js";
import { createItem, deleteItem, getItem, listItems, listSpaces, updateItem } from "./items.js";
import { listLeads } from "./leads.js";
import { getChatStatistics } from "./statistics.js";

/** What each operation does. An operation that is added to the contract is asked for here by the compiler. */
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
