import axios from "axios";
import type { CreatePeer } from "../../src/peer.ts";

/** With its own HTTP adapter, unless a `fetch` is passed. */
export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const api = axios.create({
    baseURL: baseUrl,
    headers: { "sf-api-key": apiKey },
    // Repeats the key of an array without brackets.
    paramsSerializer: { indexes: null },
    ...(fetch && { adapter: "fetch", env: { fetch } }),
  });
  const items = (spaceId: string): string => `/flex/spaces/${encodeURIComponent(spaceId)}/items`;
  const item = (spaceId: string, itemId: string): string => `${items(spaceId)}/${encodeURIComponent(itemId)}`;
  return {
    listSpaces: async () => (await api.get("/flex/spaces")).data,
    listItems: async ({ spaceId }) => (await api.get(items(spaceId))).data,
    createItem: async ({ spaceId, ...body }) => (await api.post(items(spaceId), body)).data,
    getItem: async ({ spaceId, itemId }) => (await api.get(item(spaceId, itemId))).data,
    updateItem: async ({ spaceId, itemId, ...body }) => (await api.put(item(spaceId, itemId), body)).data,
    deleteItem: async ({ spaceId, itemId }) => (await api.delete(item(spaceId, itemId))).data,
    listLeads: async () => (await api.get("/leads")).data,
    listChats: async (body) => (await api.post("/chats", body)).data,
    getChatStatistics: async (params) => (await api.get("/statistics/chat", { params })).data,
  };
};
