import type { DatabaseSync } from "node:sqlite";
import { TABLE_NAMES } from "../streams.js";
import { REDACTION } from "../target/redaction-mark.js";

export function readRedaction(database: DatabaseSync, account: string): string | null | undefined {
  const row = database.prepare(`select state from state where account = ? and stream = '${REDACTION}'`).get(account);
  return row && JSON.parse(String(row.state));
}

/** Stores a mark and returns the stored one. The run is alone with the file: no other one is about to store records. */
export function claimRedaction(database: DatabaseSync, account: string, mark: string | null): string | null {
  const stored = readRedaction(database, account);
  if (stored === mark) return mark;
  if (hasRecords(database, account)) return stored ?? null;
  database
    .prepare(
      "insert into state (account, stream, state) values (?, ?, ?) on conflict do update set state = excluded.state",
    )
    .run(account, REDACTION, JSON.stringify(mark));
  return mark;
}

function hasRecords(database: DatabaseSync, account: string): boolean {
  const probe = database.prepare("select 1 from _index where stream = ? and account = ? limit 1");
  return TABLE_NAMES.some((table) => probe.get(table, account) !== undefined);
}
