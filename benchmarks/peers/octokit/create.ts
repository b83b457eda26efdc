import { request } from "@octokit/request";
import type { CreatePeer } from "../../src/peer.ts";

export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const api = request.defaults({ baseUrl, headers: { "sf-api-key": apiKey }, ...(fetch && { request: { fetch } }) });
  const call = async (route: string, input: object): Promise<unknown> => (await api(route, { ...input })).data;
  return {
    listSpaces: () => call("GET /flex/spaces", {}),
    listItems: (input) => call("GET /flex/spaces/{spaceId}/items", input),
    createItem: (input) => call("POST /flex/spaces/{spaceId}/items", input),
    getItem: (input) => call("GET /flex/spaces/{spaceId}/items/{itemId}", input),
    updateItem: (input) => call("PUT /flex/spaces/{spaceId}/items/{itemId}", input),
    deleteItem: (input) => call("DELETE /flex/spaces/{spaceId}/items/{itemId}", input),
    listLeads: () => call("GET /leads", {}),
    listChats: (input) => call("POST /chats", input),
    getChatStatistics: (input) => call("GET /statistics/chat", input),
  };
};
