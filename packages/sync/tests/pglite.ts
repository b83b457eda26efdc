import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import type { Connection } from "../src/postgres/connection.js";

// V8 may crash when it replaces the wrapper of a function that is often called: https://github.com/nodejs/node/issues/64500
setFlagsFromString("--wasm-wrapper-tiering-budget=2147483647");

/** PostgreSQL in this process, as a session of the mirror. It has no COPY, and collects the names of statements. */
export async function createPglite(): Promise<
  Connection & { readonly database: PGlite; readonly prepared: Set<string> }
> {
  const database = await PGlite.create();
  const prepared = new Set<string>();
  return {
    database,
    prepared,
    isOpen: true,
    copy: undefined,
    async query(sql, values = [], name) {
      if (name !== undefined) prepared.add(name);
      const { rows, affectedRows } = await database.query(sql, [...values]);
      return { rows: rows as never, changed: affectedRows ?? 0 };
    },
    end: async () => undefined,
  };
}
