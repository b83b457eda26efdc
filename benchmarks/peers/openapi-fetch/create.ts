import type { paths } from "@serviceform/types";
import createClient from "openapi-fetch";
import type { CreatePeer } from "../../src/peer.ts";

export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const client = createClient<paths>({ baseUrl, headers: { "sf-api-key": apiKey }, ...(fetch && { fetch }) });
  return {
    listSpaces: () => unwrap(client.GET("/flex/spaces")),
    listItems: (path) => unwrap(client.GET("/flex/spaces/{spaceId}/items", { params: { path } })),
    createItem: ({ spaceId, ...body }) =>
      unwrap(client.POST("/flex/spaces/{spaceId}/items", { params: { path: { spaceId } }, body })),
    getItem: (path) => unwrap(client.GET("/flex/spaces/{spaceId}/items/{itemId}", { params: { path } })),
    updateItem: ({ spaceId, itemId, ...body }) =>
      unwrap(client.PUT("/flex/spaces/{spaceId}/items/{itemId}", { params: { path: { spaceId, itemId } }, body })),
    deleteItem: (path) => unwrap(client.DELETE("/flex/spaces/{spaceId}/items/{itemId}", { params: { path } })),
    listLeads: () => unwrap(client.GET("/leads")),
    listChats: (body) => unwrap(client.POST("/chats", { body })),
    getChatStatistics: (query) => unwrap(client.GET("/statistics/chat", { params: { query } })),
  };
};

async function unwrap(response: Promise<{ data?: unknown; error?: unknown }>): Promise<unknown> {
  const { data, error } = await response;
  if (error !== undefined) throw error;
  return data;
}
