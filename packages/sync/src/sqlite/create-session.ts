import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Session } from "../target/session.js";

/** The statements of a database as those of a session. Each has ended when its promise is returned. */
export function createSession(database: DatabaseSync): Session {
  return {
    async query(sql, values = []) {
      // What every database takes is text, a number or null.
      const rows = database.prepare(sql).all(numbered(...(values as readonly SQLInputValue[])));
      const changes = database.prepare("select changes() as changed").get();
      // `Row` has the columns that the statement selects.
      return { rows: rows as never, changed: Number(changes?.changed) };
    },
  };
}

/** The values of `$1`, `$2` and so on, by name: before 22.19, Node.js does not bind them by position. */
export function numbered(...values: readonly SQLInputValue[]): Record<string, SQLInputValue> {
  return Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
}
