import type { CreatePeer } from "../../src/peer.ts";

/** Code by hand with `fetch` only. */
export const create: CreatePeer = ({ baseUrl, apiKey, fetch = globalThis.fetch }) => {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers: Record<string, string> = { "sf-api-key": apiKey };
    if (body) headers["content-type"] = "application/json";
    const response = await fetch(baseUrl + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${response.status} ${method} ${path}`);
    return method === "DELETE" ? undefined : response.json();
  };
  const items = (spaceId: string): string => `/flex/spaces/${encodeURIComponent(spaceId)}/items`;
  const item = (spaceId: string, itemId: string): string => `${items(spaceId)}/${encodeURIComponent(itemId)}`;
  return {
    listSpaces: () => call("GET", "/flex/spaces"),
    listItems: ({ spaceId }) => call("GET", items(spaceId)),
    createItem: ({ spaceId, ...body }) => call("POST", items(spaceId), body),
    getItem: ({ spaceId, itemId }) => call("GET", item(spaceId, itemId)),
    updateItem: ({ spaceId, itemId, ...body }) => call("PUT", item(spaceId, itemId), body),
    deleteItem: ({ spaceId, itemId }) => call("DELETE", item(spaceId, itemId)),
    listLeads: () => call("GET", "/leads"),
    listChats: (body) => call("POST", "/chats", body),
    getChatStatistics: ({ metrics = [], ...range }) => {
      const query = new URLSearchParams(range);
      for (const metric of metrics) query.append("metrics", metric);
      return call("GET", `/statistics/chat?${query}`);
    },
  };
};
