import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { startVitest } from "vitest/node";
import { choose } from "../src/choose.ts";
import { withConsumer } from "../src/with-consumer.ts";

const root = import.meta.dirname;
const files = globSync("*/*.test.ts", { cwd: root }).sort();
const nameOf = (file: string) => basename(file, ".test.ts");
/** Run only when they are named, since `.ci/run` does not install what they need. */
const BY_NAME_ONLY = ["wine"];

try {
  const names = process.argv.slice(2);
  const known = files.map(nameOf);
  const chosen = names.length > 0 ? choose(names, known) : known.filter((name) => !BY_NAME_ONLY.includes(name));
  await withConsumer((consumer) => prove(consumer, chosen));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Runs the tests of the chosen stacks against the packages that are installed in `consumer`. */
async function prove(consumer: string, chosen: readonly string[]): Promise<void> {
  const filters = files.filter((file) => chosen.includes(nameOf(file))).map((file) => join(root, file));
  const vitest = await startVitest("test", filters, {
    root,
    config: false,
    watch: false,
    provide: { consumer },
    reporters: ["verbose"],
    // No file changes what another one uses.
    ...{ pool: "threads", isolate: false },
    // A machine of two cores can run two builds of Next.js at once.
    maxWorkers: 2,
    // Generous: the first run installs the tools.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
  });
  await vitest.close();
}
