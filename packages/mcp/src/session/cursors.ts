import { randomBytes } from "node:crypto";

const LIFETIME_MS = 10 * 60_000;
const MAX_CURSORS = 1000;

/** The positions in lists: the keys of the records that were shown. */
export interface Cursors {
  /** Stores the keys of another page, after those of the cursor for it. */
  create(call: string, keys: readonly string[], previous: string | undefined): string;
  /** The keys that were shown; undefined if the cursor is unknown, expired or from another call. */
  read(cursor: string, call: string): ReadonlySet<string> | undefined;
}

interface Page {
  readonly call: string;
  readonly keys: readonly string[];
  /** Earlier pages are shared, so that a long list takes memory for its keys only once. */
  readonly previous: Page | undefined;
  readonly expires: number;
}

export function createCursors(): Cursors {
  const pages = new Map<string, Page>();
  return {
    create(call, keys, previous) {
      const now = Date.now();
      const before = previous === undefined ? undefined : pages.get(previous);
      for (const [id, { expires }] of pages) if (expires <= now || pages.size >= MAX_CURSORS) pages.delete(id);
      const cursor = randomBytes(9).toString("base64url");
      pages.set(cursor, { call, keys, previous: before, expires: now + LIFETIME_MS });
      return cursor;
    },
    read(cursor, call) {
      const page = pages.get(cursor);
      if (!page || page.call !== call || page.expires <= Date.now()) return undefined;
      const keys = new Set<string>();
      for (let one: Page | undefined = page; one; one = one.previous) for (const key of one.keys) keys.add(key);
      return keys;
    },
  };
}
