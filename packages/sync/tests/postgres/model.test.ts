import { createCluster } from "@serviceform/tests-postgres/create-cluster";
import { afterAll, test } from "vitest";
import { assertModel } from "../model/assert-model.js";
import { createPostgresTestbed } from "../model/testbed.js";

const RUNS = Number(process.env.MIRROR_RUNS ?? 5);

const cluster = await createCluster();
afterAll(() => cluster[Symbol.asyncDispose]());

test(
  "after any failures, a clean run makes a mirror in PostgreSQL equal the API, with each change once",
  { timeout: 3_600_000 },
  () => assertModel(() => createPostgresTestbed(cluster.url), RUNS),
);
