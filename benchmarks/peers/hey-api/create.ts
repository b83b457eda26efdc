import type { CreatePeer } from "../../src/peer.ts";
import { createClient } from "./generated/client/index.ts";
import * as sdk from "./generated/sdk.gen.ts";

export const create: CreatePeer = ({ baseUrl, apiKey, fetch }) => {
  const client = createClient({ baseUrl, auth: apiKey, throwOnError: true, ...(fetch && { fetch }) });
  const shared = { client, throwOnError: true, responseStyle: "data" } as const;
  return {
    listSpaces: () => sdk.listSpaces(shared),
    listItems: (path) => sdk.listItems({ ...shared, path }),
    createItem: ({ spaceId, ...body }) => sdk.createItem({ ...shared, path: { spaceId }, body }),
    getItem: (path) => sdk.getItem({ ...shared, path }),
    updateItem: ({ spaceId, itemId, ...body }) => sdk.updateItem({ ...shared, path: { spaceId, itemId }, body }),
    deleteItem: (path) => sdk.deleteItem({ ...shared, path }),
    listLeads: () => sdk.listLeads(shared),
    listChats: (body) => sdk.listChats({ ...shared, body }),
    getChatStatistics: (query) => sdk.getChatStatistics({ ...shared, query }),
  };
};
