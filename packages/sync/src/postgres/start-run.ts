import type { RunStart } from "../target/target.js";
import type { Connection } from "./connection.js";
import { UNIQUE_VIOLATION } from "./unique-violation.js";

/** From this many records on, the plan that a prepared statement keeps uses the primary key. */
export const MANY_RECORDS = 1000;

export interface StartedRun {
  readonly run: number;
  /** The number of records that the account has, up to `MANY_RECORDS`. */
  readonly records: number;
}

export async function startRun(
  connection: Connection,
  { account, table, mode, contract }: RunStart,
): Promise<StartedRun> {
  await connection.query("delete from seen where stream = $1", [table]);
  const insert = () =>
    connection.query(
      `insert into run (account, stream, mode, started, status, contract) values ($1, $2, $3, $4, 'running', $5)
returning run, (select count(*) from (select from _${table} where account = $1 limit ${MANY_RECORDS}) r) as records`,
      [account, table, mode, new Date().toISOString(), contract],
    );
  const { rows } = await insert().catch(async (error) => {
    if (Object(error).code !== UNIQUE_VIOLATION) throw error;
    await connection.query(RESUME_NUMBERS);
    return insert();
  });
  return { run: Number(rows[0]?.run), records: Number(rows[0]?.records) };
}

/** Numbers go on after the last run: logical replication, and a restore of rows alone, leave their sequence behind. */
const RESUME_NUMBERS = "select setval(pg_get_serial_sequence('run', 'run'), (select max(run) from run))";
