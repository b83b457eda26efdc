import type { Store } from "./create-store.js";
import type { Random } from "./random.js";

/** What handlers work with. */
export interface World {
  readonly store: Store;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly random: Random;
}
