import type { Item } from "@serviceform/types";
import { between, createRandom, pick, uuid } from "./random.js";
import type { Timeline } from "./timeline.js";

/** The account that every item belongs to. */
export const CLIENT_ID = "client-1";

const spaces = ["space-customers", "space-bookings", "space-suppliers"];
const places = ["Harbour", "Birch Street", "Old Mill", "Northgate", "Lakeside", "Station", "Park Lane", "Hilltop"];
const trades = ["Dental", "Bakery", "Garage", "Florist", "Books", "Clinic", "Coffee", "Interiors"];

/** Makes up item number `index` of `count`, oldest first, always the same one. */
export function seedItem(seed: number, anchor: Timeline, index: number, count: number): Item {
  const random = createRandom(seed, "item", index);
  const created = anchor.timeOf(count - index - random(), count);
  const updated = random() < 0.5 ? created : Math.min(created + between(random, 60_000, 864_000_000), anchor.end);
  const uid = `user-${between(random, 1, 5)}`;
  return {
    id: `item-${index + 1}`,
    primary_field: `${pick(random, places)} ${pick(random, trades)}`,
    space_id: pick(random, spaces),
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    last_updater: uid,
    uid,
    uuid: uuid(random),
    clientId: CLIENT_ID,
  };
}
