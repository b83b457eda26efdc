import ky from "ky";
import type { CreatePeer } from "../../src/peer.ts";

export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const api = ky.create({ prefix: baseUrl, headers: { "sf-api-key": apiKey }, ...(fetch && { fetch }) });
  const items = (spaceId: string): string => `flex/spaces/${encodeURIComponent(spaceId)}/items`;
  const item = (spaceId: string, itemId: string): string => `${items(spaceId)}/${encodeURIComponent(itemId)}`;
  return {
    listSpaces: () => api.get("flex/spaces").json(),
    listItems: ({ spaceId }) => api.get(items(spaceId)).json(),
    createItem: ({ spaceId, ...json }) => api.post(items(spaceId), { json }).json(),
    getItem: ({ spaceId, itemId }) => api.get(item(spaceId, itemId)).json(),
    updateItem: ({ spaceId, itemId, ...json }) => api.put(item(spaceId, itemId), { json }).json(),
    deleteItem: async ({ spaceId, itemId }) => void (await api.delete(item(spaceId, itemId))),
    listLeads: () => api.get("leads").json(),
    listChats: (json) => api.post("chats", { json }).json(),
    getChatStatistics: ({ metrics = [], ...range }) => {
      const searchParams = new URLSearchParams(range);
      for (const metric of metrics) searchParams.append("metrics", metric);
      return api.get("statistics/chat", { searchParams }).json();
    },
  };
};
