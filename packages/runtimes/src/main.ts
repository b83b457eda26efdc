import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundlers } from "./bundlers/bundlers.ts";
import { choose } from "./choose.ts";
import { installConsumer } from "./install-consumer.ts";
import { type Column, count, renderMatrix } from "./render-matrix.ts";
import { runOne, runtimes } from "./run-runtimes.ts";
import type { Runtime } from "./runtime.ts";

try {
  const all = [...runtimes, ...bundlers];
  const asked = process.argv.slice(2).flatMap((name) => (name === "bundlers" ? bundlers.map((one) => one.name) : name));
  const chosen = choose(
    asked,
    all.map(({ name }) => name),
  );
  const columns = await runAll(all.filter(({ name }) => chosen.includes(name)));
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

async function runAll(chosen: readonly Runtime[]): Promise<Column[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "serviceform-runtimes-")));
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  // Whoever stops it by hand leaves nothing behind either.
  process.once("SIGINT", () => void cleanUp().finally(() => process.exit(130)));
  try {
    await installConsumer(folder);
    const columns: Column[] = [];
    for (const runtime of chosen) columns.push(await runOne(runtime, folder));
    return columns;
  } finally {
    await cleanUp();
  }
}
