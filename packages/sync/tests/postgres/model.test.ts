import { test } from "vitest";
import { startCluster } from "../cluster.js";
import { assertModel } from "../model/assert-model.js";
import { createPostgresTestbed } from "../model/testbed.js";

const RUNS = Number(process.env.MIRROR_RUNS ?? 5);

const cluster = await startCluster();

test(
  "after any failures, a clean run makes a mirror in PostgreSQL equal the API, with each change once",
  { timeout: 3_600_000 },
  () => assertModel(() => createPostgresTestbed(cluster.url), RUNS),
);
