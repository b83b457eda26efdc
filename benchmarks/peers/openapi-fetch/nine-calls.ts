import type { paths } from "@serviceform/types";
import createClient from "openapi-fetch";

const api = createClient<paths>({ headers: { "sf-api-key": "k" } });
const path = { spaceId: "s", itemId: "i" };
const body = { primary_field: "p" };
const items = { params: { path: { spaceId: "s" } } };

export const { data: spaces } = await api.GET("/flex/spaces");
export const { data: list } = await api.GET("/flex/spaces/{spaceId}/items", items);
export const { data: created } = await api.POST("/flex/spaces/{spaceId}/items", { ...items, body });
export const { data: item } = await api.GET("/flex/spaces/{spaceId}/items/{itemId}", { params: { path } });
export const { data: updated } = await api.PUT("/flex/spaces/{spaceId}/items/{itemId}", { params: { path }, body });
await api.DELETE("/flex/spaces/{spaceId}/items/{itemId}", { params: { path } });
export const { data: leads } = await api.GET("/leads");
export const { data: chats } = await api.POST("/chats", { body: { limit: 1 } });
export const { data: statistics } = await api.GET("/statistics/chat", {
  params: { query: { metrics: ["totalChats"] } },
});
