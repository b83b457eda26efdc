import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installConsumer } from "../src/install-consumer.ts";
import { count, renderTable } from "./render-table.ts";
import { runCompilers } from "./run-compilers.ts";
import { settings } from "./settings.ts";

const folder = await realpath(await mkdtemp(join(tmpdir(), "serviceform-compilers-")));
const cleanUp = () => rm(folder, { recursive: true, force: true });
// Whoever stops it by hand leaves nothing behind either.
process.once("SIGINT", () => void cleanUp().finally(() => process.exit(130)));
try {
  await installConsumer(folder);
  const rows = await runCompilers(folder, console.log);
  const { passed, failed } = count(rows);
  const columns = settings.map(({ name }) => name);
  console.log(`\n${renderTable(columns, rows)}\n\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
