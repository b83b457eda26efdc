import type { Store } from "./create-store.js";

/** Numbers new items where the seeded ones end, leaving out what a test has put there. */
export function createItemIds(store: Store): () => string {
  let number = store.items.length;
  return () => {
    do number += 1;
    while (store.items.some(({ id }) => id === `item-${number}`));
    return `item-${number}`;
  };
}
