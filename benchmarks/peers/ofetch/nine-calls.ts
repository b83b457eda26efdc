import type { Chat, ChatStatistics, Item, Lead, Space } from "@serviceform/types";
import { ofetch } from "ofetch";

const api = ofetch.create({ baseURL: "https://api.example.com", headers: { "sf-api-key": "k" } });
const items = `/flex/spaces/${encodeURIComponent("s")}/items`;
const body = { primary_field: "p" };

export const spaces = await api<Space[]>("/flex/spaces");
export const list = await api<Item[]>(items);
export const created = await api<Item>(items, { method: "POST", body });
export const item = await api<Item>(`${items}/i`);
export const updated = await api<Item>(`${items}/i`, { method: "PUT", body });
await api(`${items}/i`, { method: "DELETE" });
export const leads = await api<Lead[]>("/leads");
export const chats = await api<Chat[]>("/chats", { method: "POST", body: { limit: 1 } });
export const statistics = await api<ChatStatistics>("/statistics/chat", { query: { metrics: ["totalChats"] } });
