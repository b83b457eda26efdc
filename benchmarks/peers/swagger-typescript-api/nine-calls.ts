import { Api } from "./generated/client.ts";

const api = new Api({ baseApiParams: { headers: { "sf-api-key": "k" } } });
const body = { primary_field: "p" };

export const { data: spaces } = await api.flex.listSpaces();
export const { data: list } = await api.flex.listItems("s");
export const { data: created } = await api.flex.createItem("s", body);
export const { data: item } = await api.flex.getItem("s", "i");
export const { data: updated } = await api.flex.updateItem("s", "i", body);
await api.flex.deleteItem("s", "i");
export const { data: leads } = await api.leads.listLeads();
export const { data: chats } = await api.chats.listChats({ limit: 1 });
export const { data: statistics } = await api.statistics.getChatStatistics({ metrics: ["totalChats"] });
