import { withConsumer } from "../src/with-consumer.ts";
import { count, renderTable } from "./render-table.ts";
import { runCompilers } from "./run-compilers.ts";
import { settings } from "./settings.ts";

try {
  const rows = await withConsumer((folder) => runCompilers(folder, console.log));
  const { passed, failed } = count(rows);
  const columns = settings.map(({ name }) => name);
  console.log(`\n${renderTable(columns, rows)}\n\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
