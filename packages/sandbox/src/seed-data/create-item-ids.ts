import type { Store } from "./create-store.js";
import type { NextIndexes } from "./next-day/advance-store.js";
import { recordId } from "./record-id.js";

/** Continues the numbers of seeded items for new ones, without the IDs of items that a test has added. */
export function createItemIds(store: Store, seed: number, nextIndex: NextIndexes): () => string {
  return () => {
    let taken: string;
    do {
      taken = recordId("item", seed, nextIndex.items);
      nextIndex.items += 1;
    } while (store.items.some(({ id }) => id === taken));
    return taken;
  };
}
