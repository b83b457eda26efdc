import type { Chat, Item, Lead } from "@serviceform/types";
import { seedChat } from "./seed-chat.js";
import { seedItem } from "./seed-item.js";
import { seedLead } from "./seed-lead.js";
import type { Birth } from "./timeline.js";
import { chatTraits } from "./traits/chat-traits.js";
import { itemTraits } from "./traits/item-traits.js";
import { leadTraits } from "./traits/lead-traits.js";
import { SHOWCASE_LENGTH, withTraits } from "./traits/trait.js";

/** Creates the records of a store. */
export interface SeedRecords {
  seedLead(birth: Birth): Lead;
  seedChat(birth: Birth): Chat;
  seedItem(birth: Birth): Item;
}

const tidyRecords: SeedRecords = { seedLead, seedChat, seedItem };

const messyRecords: SeedRecords = {
  seedLead: withTraits(leadTraits, seedLead),
  seedChat: withTraits(chatTraits, seedChat),
  seedItem: withTraits(itemTraits, (birth) => ({ ...seedItem(birth), ...showcase(birth) })),
};

/** One space contains the items with traits, so that its list shows them. */
function showcase({ index }: Birth): Pick<Item, "space_id"> {
  return index < SHOWCASE_LENGTH ? { space_id: "space-customers" } : {};
}

export function seedRecords({ messy }: { readonly messy: boolean }): SeedRecords {
  return messy ? messyRecords : tidyRecords;
}
