import * as api from "./generated/client.ts";

const body = { primary_field: "p" };

export const spaces = await api.listSpaces();
export const list = await api.listItems("s");
export const created = await api.createItem("s", body);
export const item = await api.getItem("s", "i");
export const updated = await api.updateItem("s", "i", body);
await api.deleteItem("s", "i");
export const leads = await api.listLeads();
export const chats = await api.listChats({ limit: 1 });
export const statistics = await api.getChatStatistics({ metrics: ["totalChats"] });
