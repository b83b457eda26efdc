import * as api from "./generated/sdk.gen.ts";

const path = { spaceId: "s", itemId: "i" };
const body = { primary_field: "p" };

export const { data: spaces } = await api.listSpaces();
export const { data: list } = await api.listItems({ path: { spaceId: "s" } });
export const { data: created } = await api.createItem({ path: { spaceId: "s" }, body });
export const { data: item } = await api.getItem({ path });
export const { data: updated } = await api.updateItem({ path, body });
await api.deleteItem({ path });
export const { data: leads } = await api.listLeads();
export const { data: chats } = await api.listChats({ body: { limit: 1 } });
export const { data: statistics } = await api.getChatStatistics({ query: { metrics: ["totalChats"] } });
