import { nodeLines, nodeProgram } from "@serviceform/tests-runtimes/node-program";
import { emitBlocks } from "./compile-blocks.ts";
import { stageBlocks } from "./stage-blocks.ts";
import { findDifference, startBlocks } from "./start-blocks.ts";

const LIMIT_MS = 300_000;

// Runs the blocks of the pages, as JavaScript, in every line of Node.js that is supported.
await using staged = await stageBlocks();
const emitted = await emitBlocks(staged);
let passed = 0;
let failed = 0;
for (const line of nodeLines) {
  const { reports, code, said } = await startBlocks(emitted, await nodeProgram(line), LIMIT_MS);
  const differences = staged.blocks.flatMap((block, index) => {
    const difference = findDifference(block, reports.get(index));
    return difference === undefined ? [] : [`${block.file}:${block.line}: ${difference}`];
  });
  if (code !== 0) differences.push(`a test in them failed:\n${said}`);
  passed += staged.blocks.length - differences.length;
  failed += differences.length;
  console.log([`Node.js ${line}: ${staged.blocks.length} blocks`, ...differences].join("\n  "));
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
