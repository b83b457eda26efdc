import type { DatabaseSync } from "node:sqlite";
import { type PurgeStatement, renderPurge, renderRemoval } from "../target/render-purge.js";
import type { Person } from "../target/target.js";
import { toSqlite } from "./to-sqlite.js";

/** Removes a person within a transaction; returns the number of removed records. */
export function purge(database: DatabaseSync, account: string, person: Person): number {
  const { statements, value } = renderPurge(person);
  const values = { account: [account], value: [value], both: [account, value] };
  const run = ({ sql, uses }: PurgeStatement): void => void database.prepare(toSqlite(sql)).run(...values[uses]);

  database.exec("create temp table if not exists purged (stream text, id text); delete from temp.purged");
  database.exec("create temp table if not exists purged_uid (uid text); delete from temp.purged_uid");
  for (const statement of statements) run(statement);
  const counted = database.prepare("select count(*) as removed from (select distinct stream, id from purged)").get();
  for (const statement of renderRemoval(person)) run(statement);
  run({
    uses: "account",
    sql: "delete from _index where account = $1 and (stream, id) in (select stream, id from purged)",
  });
  database.exec("delete from temp.purged; delete from temp.purged_uid");
  return Number(counted?.removed);
}
