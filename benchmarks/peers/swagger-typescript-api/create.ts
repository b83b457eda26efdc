import type { CreatePeer } from "../../src/peer.ts";
import { Api } from "./generated/client.ts";

export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const { flex, leads, chats, statistics } = new Api({
    baseUrl,
    baseApiParams: { headers: { "sf-api-key": apiKey } },
    ...(fetch && { customFetch: fetch }),
  });
  return {
    listSpaces: async () => (await flex.listSpaces()).data,
    listItems: async ({ spaceId }) => (await flex.listItems(spaceId)).data,
    createItem: async ({ spaceId, ...body }) => (await flex.createItem(spaceId, body)).data,
    getItem: async ({ spaceId, itemId }) => (await flex.getItem(spaceId, itemId)).data,
    updateItem: async ({ spaceId, itemId, ...body }) => (await flex.updateItem(spaceId, itemId, body)).data,
    deleteItem: async ({ spaceId, itemId }) => (await flex.deleteItem(spaceId, itemId)).data,
    listLeads: async () => (await leads.listLeads()).data,
    listChats: async (body) => (await chats.listChats(body)).data,
    getChatStatistics: async (query) => (await statistics.getChatStatistics(query)).data,
  };
};
