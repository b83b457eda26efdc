import type { CreatePeer } from "../../src/peer.ts";
import * as api from "./generated/client.ts";
import { configure } from "./send.ts";

export const create: CreatePeer = (options) => {
  configure(options);
  return {
    listSpaces: () => api.listSpaces(),
    listItems: ({ spaceId }) => api.listItems(spaceId),
    createItem: ({ spaceId, ...body }) => api.createItem(spaceId, body),
    getItem: ({ spaceId, itemId }) => api.getItem(spaceId, itemId),
    updateItem: ({ spaceId, itemId, ...body }) => api.updateItem(spaceId, itemId, body),
    deleteItem: ({ spaceId, itemId }) => api.deleteItem(spaceId, itemId),
    listLeads: () => api.listLeads(),
    listChats: (body) => api.listChats(body),
    getChatStatistics: (query) => api.getChatStatistics(query),
  };
};
