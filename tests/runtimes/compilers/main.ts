import { printColumns } from "../src/print-columns.ts";
import { withConsumer } from "../src/with-consumer.ts";
import { runCompilers } from "./run-compilers.ts";

try {
  printColumns([await withConsumer(runCompilers)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
