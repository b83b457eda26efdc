import { postgresTarget } from "@serviceform/sync/postgres";
import pg from "pg";

/** Opens a client of a database for some work, and closes it. */
export async function withClient<Value>(database: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops the tables of a fleet, and its queue. */
export async function dropTables(client: pg.Client): Promise<void> {
  await client.query("drop schema if exists serviceform cascade; drop schema if exists serviceform_jobs cascade");
}

/** Creates the tables of a mirror. */
export async function createTables(database: string): Promise<void> {
  const target = postgresTarget(database);
  await target.open("write");
  await target.close();
}
