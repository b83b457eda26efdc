import type { Chat, Item, Lead } from "@serviceform/types";
import { seedChat } from "./seed-chat.js";
import { seedItem } from "./seed-item.js";
import { seedLead } from "./seed-lead.js";
import type { Birth } from "./timeline.js";

/** Makes the records of a store. */
export interface SeedRecords {
  seedLead(birth: Birth): Lead;
  seedChat(birth: Birth): Chat;
  seedItem(birth: Birth): Item;
}

/** Tidy records. */
export function seedRecords(_options: { readonly messy: boolean }): SeedRecords {
  return { seedLead, seedChat, seedItem };
}
