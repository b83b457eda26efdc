import type { DatabaseSync } from "node:sqlite";
import { MAX_KNOWN } from "../target/max-known.js";
import type { RunKey, StreamKey, StreamState } from "../target/target.js";
import { select } from "./read-mirror.js";

export function readState(database: DatabaseSync, { account, table }: StreamKey): StreamState {
  const [row] = select<{ state: string }>(
    database,
    "select state from state where account = $1 and stream = $2",
    account,
    table,
  );
  const [counts] = select<{ known: number }>(
    database,
    `select count(*) as known from (select 1 from _index where stream = $1 and account = $2 limit ${MAX_KNOWN})`,
    table,
    account,
  );
  return { state: row && JSON.parse(row.state), known: counts?.known ?? 0 };
}

export function writeState(database: DatabaseSync, { account, table, run }: RunKey, state: unknown): void {
  database
    .prepare(
      "insert into state (account, stream, state, run) values (?, ?, ?, ?) on conflict do update set state = excluded.state, run = excluded.run",
    )
    .run(account, table, JSON.stringify(state), run);
}
