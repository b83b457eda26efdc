import type { Chat, ChatStatistics, Item, Lead, Space } from "@serviceform/types";
import axios from "axios";

const api = axios.create({ baseURL: "https://api.example.com", headers: { "sf-api-key": "k" } });
const items = `/flex/spaces/${encodeURIComponent("s")}/items`;
const body = { primary_field: "p" };

export const { data: spaces } = await api.get<Space[]>("/flex/spaces");
export const { data: list } = await api.get<Item[]>(items);
export const { data: created } = await api.post<Item>(items, body);
export const { data: item } = await api.get<Item>(`${items}/i`);
export const { data: updated } = await api.put<Item>(`${items}/i`, body);
await api.delete(`${items}/i`);
export const { data: leads } = await api.get<Lead[]>("/leads");
export const { data: chats } = await api.post<Chat[]>("/chats", { limit: 1 });
export const { data: statistics } = await api.get<ChatStatistics>("/statistics/chat", {
  params: { metrics: ["totalChats"] },
});
