import { type PurgeStatement, renderPurge, renderRemoval } from "../target/render-purge.js";
import type { Person } from "../target/target.js";
import type { Connection } from "./connection.js";
import { postgresDialect } from "./postgres-dialect.js";

/** Removes a person within a transaction; returns the number of removed records. */
export async function purge(connection: Connection, account: string, person: Person): Promise<number> {
  const { statements, value } = renderPurge(person, postgresDialect);
  const values = { account: [account], value: [value], both: [account, value] };
  const run = ({ sql, uses }: PurgeStatement) => connection.query(sql, values[uses]);
  await connection.query("set local synchronous_commit to on");
  // Temporary tables leave dead rows in the catalog, so that other sessions do without these.
  await connection.query("create temp table purged (stream text, id text) on commit drop");
  await connection.query("create temp table purged_uid (uid text) on commit drop");
  for (const statement of statements) await run(statement);
  const { rows } = await connection.query("select count(*) as removed from (select distinct stream, id from purged) p");
  for (const statement of renderRemoval(person, postgresDialect)) await run(statement);
  return Number(rows[0]?.removed);
}
