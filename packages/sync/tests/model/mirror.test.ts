import { test } from "vitest";
import { assertModel } from "./assert-model.js";
import { createParquetTestbed, createSqliteTestbed } from "./testbed.js";

/** More by `test:mirror`. */
const RUNS = Number(process.env.MIRROR_RUNS ?? 5);

/** A lake takes longer, and shares all but its files with SQLite. */
const targets = [
  { name: "SQLite", createTestbed: createSqliteTestbed, runs: RUNS },
  { name: "Parquet", createTestbed: createParquetTestbed, runs: Math.ceil(RUNS / 4) },
] as const;

test.for(targets)(
  "after any failures, a clean run makes a mirror in $name equal the API, with each change once",
  { timeout: 3_600_000 },
  ({ createTestbed, runs }) => assertModel(createTestbed, runs),
);
