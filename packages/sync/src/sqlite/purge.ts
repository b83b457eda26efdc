import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type PurgeStatement, renderPurge, renderRemoval } from "../target/render-purge.js";
import type { Person } from "../target/target.js";
import { numbered } from "./numbered.js";
import { FOLD, sqliteDialect } from "./sqlite-dialect.js";
import { toSqlite } from "./to-sqlite.js";

/** Removes a person within a transaction; returns the number of removed records. */
export function purge(database: DatabaseSync, account: string, person: Person): number {
  const { statements, value } = renderPurge(person, sqliteDialect);
  const values = { account: [account], value: [value], both: [account, value] };
  const run = ({ sql, uses }: PurgeStatement): void =>
    void database.prepare(toSqlite(sql)).run(numbered(...values[uses]));

  // Integers beyond 2^53 reach the function as `bigint` only.
  database.function(FOLD, { deterministic: true, useBigIntArguments: true }, fold);
  database.exec("create temp table if not exists purged (stream text, id text); delete from temp.purged");
  database.exec("create temp table if not exists purged_uid (uid text); delete from temp.purged_uid");
  for (const statement of statements) run(statement);
  const counted = database.prepare("select count(*) as removed from (select distinct stream, id from purged)").get();
  for (const statement of renderRemoval(person, sqliteDialect)) run(statement);
  database.exec("delete from temp.purged; delete from temp.purged_uid");
  return Number(counted?.removed);
}

function fold(value: SQLInputValue): string | null {
  return value === null ? null : String(value).trim().toLowerCase();
}
