import type { Store } from "./create-store.js";
import { held } from "./lazy-array.js";
import type { NextIndexes } from "./next-day/advance-store.js";
import { recordId } from "./record-id.js";

/** Continues the numbers of seeded items for new ones, without the IDs of items that a test has added. */
export function createItemIds(store: Store, seed: number, nextIndex: NextIndexes): () => string {
  return () => {
    let id: string;
    do {
      id = recordId("item", seed, nextIndex.items);
      nextIndex.items += 1;
    } while (isTaken(store, id));
    return id;
  };
}

/** Only items that a test has added can have a later ID, and a list holds those. */
function isTaken({ items }: Store, taken: string): boolean {
  return held(items).some(({ id }) => id === taken);
}
