import type { Chat, ChatStatistics, Item, Lead, Space } from "@serviceform/types";
import ky from "ky";

const api = ky.create({ prefix: "https://api.example.com", headers: { "sf-api-key": "k" } });
const items = `flex/spaces/${encodeURIComponent("s")}/items`;
const json = { primary_field: "p" };

export const spaces = await api.get("flex/spaces").json<Space[]>();
export const list = await api.get(items).json<Item[]>();
export const created = await api.post(items, { json }).json<Item>();
export const item = await api.get(`${items}/i`).json<Item>();
export const updated = await api.put(`${items}/i`, { json }).json<Item>();
await api.delete(`${items}/i`);
export const leads = await api.get("leads").json<Lead[]>();
export const chats = await api.post("chats", { json: { limit: 1 } }).json<Chat[]>();
export const statistics = await api.get("statistics/chat?metrics=totalChats").json<ChatStatistics>();
