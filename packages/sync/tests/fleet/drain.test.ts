import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "@serviceform/sandbox/server";
import { createCluster } from "@serviceform/tests-postgres/create-cluster";
import { expect, test } from "vitest";
import { query } from "../cluster.js";
import { importAccounts } from "./import-accounts.js";
import { startWorkers } from "./start-workers.js";

test.each(["nothing", "headers"] as const)(
  "SIGTERM ends a worker although its API sends %s and then stands still; its job is queued again",
  async (after) => {
    await using cluster = await createCluster();
    const { url, sandbox, close } = await startServer({ port: 0 });
    sandbox.faults.add({ kind: "stall", after, times: Number.POSITIVE_INFINITY });
    await importAccounts(cluster.url, ["account,key,base_url", `acme,env:KEY,${url}`]);
    await using workers = startWorkers(1, cluster.url, { KEY: "sf_sandbox_key" }, ["--streams", "leads"]);
    const readColumn = async (sql: string) => (await query(cluster.url, sql)).map(({ value }) => value);
    const readJobs = () => readColumn("select state::text as value from serviceform_jobs.job where name = 'sync'");
    // The tables do not exist before the worker has started.
    while (!(await readJobs().catch((): unknown[] => [])).includes("active") || sandbox.requests.length === 0)
      await sleep(50);

    expect(await workers.drain()).toEqual([0]);
    expect(await readJobs()).toEqual(["created"]);
    // Not a timeout of the call, which would end the run later.
    expect(await readColumn("select error as value from serviceform.run")).toEqual(["the engine is closing"]);
    await close();
  },
);
