import { basename, join, resolve } from "node:path";
import { inspect } from "node:util";
import { isMainThread, Worker } from "node:worker_threads";
import { type DifferentialReport, runDifferential } from "./run-differential.ts";

/** How many differences of a document are shown in full. */
const SHOWN = 5;

/** The stack of the main thread overflows at references that lead through some 700 schemas. */
const LARGE_STACK = { stackSizeMb: 512 };

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits: LARGE_STACK });
  worker.once("exit", (code) => {
    process.exitCode = code;
  });
} else {
  await compareFiles();
}

async function compareFiles(): Promise<void> {
  const given = process.argv.slice(2).filter((argument) => argument !== "--");
  const files =
    given.length > 0
      ? given.map((file) => resolve(process.env.INIT_CWD ?? "", file))
      : [join(import.meta.dirname, "fixtures/openapi.yaml")];
  const shares: number[] = [];
  for (const file of files) {
    try {
      const report = await runDifferential(file);
      shares.push(1 - report.rejected.length / report.operationCount);
      print(basename(file), report);
    } catch (error) {
      console.error(`${basename(file)}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  if (shares.length > 1) console.log(`On average ${percent(average)} of the operations of a document are accepted.`);
}

function print(name: string, { operationCount, rejected, right, leftToMethod, wrong }: DifferentialReport): void {
  const accepted = operationCount - rejected.length;
  const share = percent(accepted / operationCount);
  console.log(
    `${name}: ${accepted} of ${operationCount} operations accepted (${share}), ${right} calls right, ${wrong.length} wrong, ${leftToMethod.length} by path left to the method.`,
  );
  const reasons = new Set(rejected.flatMap(({ issues }) => issues.map(({ message }) => message)));
  for (const reason of reasons) console.log(`  rejected: ${reason}`);
  for (const title of new Set(leftToMethod)) console.log(`  left to the method with some values: ${title}`);
  for (const difference of wrong.slice(0, SHOWN)) console.log(inspect(difference, { depth: 5, maxStringLength: 400 }));
  if (wrong.length > 0) process.exitCode = 1;
}

function percent(share: number): string {
  return `${Math.floor(100 * share)} %`;
}
