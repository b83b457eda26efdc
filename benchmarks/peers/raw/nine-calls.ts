import type { Chat, ChatStatistics, Item, Lead, Space } from "@serviceform/types";

const base = "https://api.example.com";
const items = `${base}/flex/spaces/${encodeURIComponent("s")}/items`;
const headers = { "sf-api-key": "k", "content-type": "application/json" };
const body = JSON.stringify({ primary_field: "p" });

export const spaces = (await (await fetch(`${base}/flex/spaces`, { headers })).json()) as Space[];
export const list = (await (await fetch(items, { headers })).json()) as Item[];
export const created = (await (await fetch(items, { method: "POST", headers, body })).json()) as Item;
export const item = (await (await fetch(`${items}/i`, { headers })).json()) as Item;
export const updated = (await (await fetch(`${items}/i`, { method: "PUT", headers, body })).json()) as Item;
await fetch(`${items}/i`, { method: "DELETE", headers });
export const leads = (await (await fetch(`${base}/leads`, { headers })).json()) as Lead[];
export const chats = (await (await fetch(`${base}/chats`, { method: "POST", headers, body: "{}" })).json()) as Chat[];
export const statistics = (await (
  await fetch(`${base}/statistics/chat?metrics=totalChats`, { headers })
).json()) as ChatStatistics;
