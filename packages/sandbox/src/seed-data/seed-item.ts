import type { Item } from "@serviceform/types";
import { between, createRandom, pick, type Random, uuid } from "./random.js";
import { recordId } from "./record-id.js";
import type { Birth } from "./timeline.js";

/** The account that every item belongs to. */
export const CLIENT_ID = "client-1";

const spaces = ["space-customers", "space-bookings", "space-suppliers"];
const places = ["Harbour", "Birch Street", "Old Mill", "Northgate", "Lakeside", "Station", "Park Lane", "Hilltop"];
const trades = ["Dental", "Bakery", "Garage", "Florist", "Books", "Clinic", "Coffee", "Interiors"];

/** Creates an item, always the same for the same birth. */
export function seedItem({ seed, stream, index, timeOf, end }: Birth): Item {
  const random = createRandom(stream, "item", index);
  const created = timeOf(index, random);
  const updated = random() < 0.5 ? created : Math.min(created + between(random, 60_000, 864_000_000), end);
  const uid = `user-${between(random, 1, 5)}`;
  return {
    id: recordId("item", seed, index),
    primary_field: titleOf(random),
    space_id: pick(random, spaces),
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    last_updater: uid,
    uid,
    uuid: uuid(random),
    clientId: CLIENT_ID,
  };
}

/** The name of a company. */
export function titleOf(random: Random): string {
  return `${pick(random, places)} ${pick(random, trades)}`;
}
