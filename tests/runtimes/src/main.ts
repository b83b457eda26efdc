import { bundlers } from "./bundlers/bundlers.ts";
import { choose } from "./choose.ts";
import { printColumns } from "./print-columns.ts";
import type { Column } from "./render-matrix.ts";
import { runOne, runtimes } from "./run-runtimes.ts";
import type { Runtime } from "./runtime.ts";
import { withConsumer } from "./with-consumer.ts";

const nameOf = ({ name }: Runtime): string => name;

try {
  const args = process.argv.slice(2).flatMap((name) => (name === "bundlers" ? bundlers.map(nameOf) : name));
  const chosen = choose(args, [...runtimes, ...bundlers].map(nameOf));
  const run = async (all: readonly Runtime[], folder: string): Promise<Column[]> => {
    const columns: Column[] = [];
    for (const runtime of all) if (chosen.includes(runtime.name)) columns.push(await runOne(runtime, folder));
    return columns;
  };
  printColumns(await withConsumer(async (folder) => [await run(runtimes, folder), await run(bundlers, folder)]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
