import { request } from "@octokit/request";
import type { Chat, ChatStatistics, Item, Lead, Space } from "@serviceform/types";

const api = request.defaults({ baseUrl: "https://api.example.com", headers: { "sf-api-key": "k" } });
const path = { spaceId: "s", itemId: "i" };
const items = "/flex/spaces/{spaceId}/items";

export const spaces = (await api("GET /flex/spaces")).data as Space[];
export const list = (await api(`GET ${items}`, { spaceId: "s" })).data as Item[];
export const created = (await api(`POST ${items}`, { spaceId: "s", primary_field: "p" })).data as Item;
export const item = (await api(`GET ${items}/{itemId}`, path)).data as Item;
export const updated = (await api(`PUT ${items}/{itemId}`, { ...path, primary_field: "p" })).data as Item;
await api(`DELETE ${items}/{itemId}`, path);
export const leads = (await api("GET /leads")).data as Lead[];
export const chats = (await api("POST /chats", { limit: 1 })).data as Chat[];
export const statistics = (await api("GET /statistics/chat", { metrics: ["totalChats"] })).data as ChatStatistics;
