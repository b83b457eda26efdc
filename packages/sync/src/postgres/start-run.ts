import type { RunStart } from "../target/target.js";
import type { Connection } from "./connection.js";

/** From this many records on, the plan that a prepared statement keeps uses the primary key. */
const MANY_RECORDS = 1000;

export interface StartedRun {
  readonly run: number;
  /** How many records the account has. */
  readonly size: "none" | "few" | "many";
}

export async function startRun(
  connection: Connection,
  { account, table, mode, contract }: RunStart,
): Promise<StartedRun> {
  await connection.query("delete from seen where stream = $1", [table]);
  const { rows } = await connection.query(
    `insert into run (account, stream, mode, started, status, contract) values ($1, $2, $3, $4, 'running', $5)
returning run, (select count(*) from (select from _${table} where account = $1 limit ${MANY_RECORDS}) r) as records`,
    [account, table, mode, new Date().toISOString(), contract],
  );
  return { run: Number(rows[0]?.run), size: sizeOf(Number(rows[0]?.records)) };
}

function sizeOf(records: number): StartedRun["size"] {
  if (records === 0) return "none";
  return records < MANY_RECORDS ? "few" : "many";
}
