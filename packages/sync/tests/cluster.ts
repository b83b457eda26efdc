import { type Cluster, createCluster } from "@serviceform/tests-postgres/create-cluster";
import pg from "pg";
import { afterAll } from "vitest";

/** The rows of a query, in a session of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that crashes would end this process too.
  client.on("error", () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

interface TestCluster extends Cluster {
  query(sql: string): Promise<Record<string, unknown>[]>;
}

/** A cluster until the tests of the file have ended. */
export async function startCluster(): Promise<TestCluster> {
  const cluster = await createCluster();
  afterAll(() => cluster[Symbol.asyncDispose]());
  return { ...cluster, query: (sql) => query(cluster.url, sql) };
}
