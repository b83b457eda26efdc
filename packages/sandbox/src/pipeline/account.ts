import type { HandlerContext } from "../handlers/handler.js";
import { createItemIds } from "../seed-data/create-item-ids.js";
import { fillStore, type SeedOptions, type Store } from "../seed-data/create-store.js";
import { type AdvanceOptions, parseAdvanceOptions } from "../seed-data/next-day/advance-options.js";
import {
  advanceStore,
  type NextIndexes,
  type StoreChanges,
  type StoreHistory,
} from "../seed-data/next-day/advance-store.js";
import { createRandom } from "../seed-data/random.js";

/** The data of one API key: a store, and a clock that can advance by whole days. */
export interface Account extends HandlerContext {
  readonly seed: number;
  /** Moves `now` and changes the store as a next day would. Responses that are being read are of the day before. */
  advance(options?: AdvanceOptions): StoreChanges;
  /** Restores the first day. */
  reset(): void;
}

export interface AccountOptions extends SeedOptions {
  readonly now: () => Date;
  readonly createId: (() => string) | undefined;
  /** Lists that replace the seed data. */
  readonly data?: Partial<Store>;
}

/** Creates an account, whose store is filled from its seed. */
export function createAccount(options: AccountOptions): Account {
  const { seed, messy } = options;
  const store: Store = { spaces: [], items: [], leads: [], chats: [] };
  let state = start();

  function start() {
    const { data, leadCount, chatCount, itemCount } = options;
    fillStore(store, options, data);
    const nextIndex: NextIndexes = {
      // Seeded spaces have names instead of numbers.
      spaces: 0,
      items: data?.items?.length ?? itemCount,
      leads: data?.leads?.length ?? leadCount,
      chats: data?.chats?.length ?? chatCount,
    };
    const history: StoreHistory = { days: 0, nextIndex, lists: {} };
    return {
      random: createRandom(seed, "writes"),
      createId: options.createId ? assertText(options.createId) : createItemIds(store, seed, nextIndex),
      history,
      elapsedMs: 0,
    };
  }

  const now = (): Date => new Date(options.now().getTime() + state.elapsedMs);
  return {
    seed,
    store,
    now,
    createId: () => state.createId(),
    random: () => state.random(),
    advance(advanceOptions) {
      const settings = parseAdvanceOptions(advanceOptions);
      const changes = advanceStore({ store, seed, messy, history: state.history }, settings, now().getTime());
      state.elapsedMs += settings.durationMs;
      return changes;
    },
    reset() {
      state = start();
    },
  };
}

/** Wraps the function: an item with another ID would already be in the store when the response fails. */
function assertText(createId: () => string): () => string {
  return () => {
    const id: unknown = createId();
    if (typeof id !== "string") throw new TypeError("createId must return a string");
    return id;
  };
}
