import { bundlers } from "./bundlers/bundlers.ts";
import { choose } from "./choose.ts";
import { type Column, count, renderMatrix } from "./render-matrix.ts";
import { runOne, runtimes } from "./run-runtimes.ts";
import type { Runtime } from "./runtime.ts";
import { withConsumer } from "./with-consumer.ts";

try {
  const all = [...runtimes, ...bundlers];
  const args = process.argv.slice(2).flatMap((name) => (name === "bundlers" ? bundlers.map((one) => one.name) : name));
  const names = all.map(({ name }) => name);
  const chosen = choose(args, names).flatMap((name) => all.filter((one) => one.name === name));
  const columns = await withConsumer((folder) => runAll(folder, chosen));
  const [packed, ran] = [true, false].map((isBundler) =>
    columns.filter(({ name }) => bundlers.some((one) => one.name === name) === isBundler),
  ) as [Column[], Column[]];
  const { passed, failed } = count(columns);
  console.log(`\n${renderMatrix(ran)}\n\n${renderMatrix(packed)}\n\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function runAll(folder: string, chosen: readonly Runtime[]): Promise<Column[]> {
  const columns: Column[] = [];
  for (const runtime of chosen) columns.push(await runOne(runtime, folder));
  return columns;
}
