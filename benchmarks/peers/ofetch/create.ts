import { createFetch, ofetch } from "ofetch";
import type { CreatePeer } from "../../src/peer.ts";

export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const defaults = { baseURL: baseUrl, headers: { "sf-api-key": apiKey } };
  const api = fetch ? createFetch({ fetch, defaults }) : ofetch.create(defaults);
  const items = (spaceId: string): string => `/flex/spaces/${encodeURIComponent(spaceId)}/items`;
  const item = (spaceId: string, itemId: string): string => `${items(spaceId)}/${encodeURIComponent(itemId)}`;
  return {
    listSpaces: () => api("/flex/spaces"),
    listItems: ({ spaceId }) => api(items(spaceId)),
    createItem: ({ spaceId, ...body }) => api(items(spaceId), { method: "POST", body }),
    getItem: ({ spaceId, itemId }) => api(item(spaceId, itemId)),
    updateItem: ({ spaceId, itemId, ...body }) => api(item(spaceId, itemId), { method: "PUT", body }),
    deleteItem: ({ spaceId, itemId }) => api(item(spaceId, itemId), { method: "DELETE" }),
    listLeads: () => api("/leads"),
    listChats: (body) => api("/chats", { method: "POST", body }),
    getChatStatistics: (query) => api("/statistics/chat", { query }),
  };
};
