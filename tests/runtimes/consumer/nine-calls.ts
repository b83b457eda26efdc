import { type Chat, type ChatStatistics, createClient, type Item, type Lead, type Space } from "@serviceform/client";

export const serviceform = createClient({ apiKey: "key" });

export const spaces: Space[] = await serviceform.listSpaces();
export const items: Item[] = await serviceform.listItems({ spaceId: "s" });
export const created: Item = await serviceform.createItem({ spaceId: "s", primary_field: "Acme" });
export const item: Item = await serviceform.getItem({ spaceId: "s", itemId: "i" });
export const updated: Item = await serviceform.updateItem({ spaceId: "s", itemId: "i", primary_field: "Acme" });
export const deleted: undefined = await serviceform.deleteItem({ spaceId: "s", itemId: "i" });
export const leads: Lead[] = await serviceform.listLeads({}, { timeoutMs: 5_000 });
export const chats: Chat[] = await serviceform.listChats({ limit: 10 });
export const statistics: ChatStatistics = await serviceform.getChatStatistics({ metrics: ["totalChats"] });
