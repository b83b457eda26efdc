import { createClient } from "@serviceform/client";

const api = createClient({ apiKey: "k" });
const path = { spaceId: "s", itemId: "i" };

export const spaces = await api.listSpaces();
export const list = await api.listItems({ spaceId: "s" });
export const created = await api.createItem({ spaceId: "s", primary_field: "p" });
export const item = await api.getItem(path);
export const updated = await api.updateItem({ ...path, primary_field: "p" });
await api.deleteItem(path);
export const leads = await api.listLeads();
export const chats = await api.listChats({ limit: 1 });
export const statistics = await api.getChatStatistics({ metrics: ["totalChats"] });
