import { nodeLines, nodeProgram } from "@serviceform/tests-runtimes/node-program";
import { emitBlocks } from "./compile-blocks.ts";
import { type StagedBlocks, stageBlocks } from "./stage-blocks.ts";
import { findDifference, startBlocks } from "./start-blocks.ts";

const LIMIT_MS = 300_000;

/** The first major version of Node.js with SQLite, which the mirror needs. */
const FIRST_WITH_SQLITE = 22;

/** Leaves out the blocks that need a newer Node.js version. */
function selectBlocks(staged: StagedBlocks, line: string): StagedBlocks {
  if (Number.parseInt(line, 10) >= FIRST_WITH_SQLITE) return staged;
  const isKept = (index: number): boolean => !staged.blocks[index]?.code.includes('from "@serviceform/sync');
  const { blocks, files } = staged;
  return {
    ...staged,
    blocks: blocks.filter((_, index) => isKept(index)),
    files: files.filter((_, index) => isKept(index)),
  };
}

// Runs the blocks of the pages as JavaScript in every supported version of Node.js.
await using staged = await stageBlocks();
const emitted = await emitBlocks(staged);
let passed = 0;
let failed = 0;
for (const line of nodeLines) {
  const selected = selectBlocks(emitted, String(line));
  const { reports, code, output } = await startBlocks(selected, await nodeProgram(line), LIMIT_MS);
  const differences = selected.blocks.flatMap((block, index) => {
    const difference = findDifference(block, reports.get(index));
    return difference === undefined ? [] : [`${block.file}:${block.line}: ${difference}`];
  });
  if (code !== 0) differences.push(`a test in them failed:\n${output}`);
  passed += selected.blocks.length - differences.length;
  failed += differences.length;
  console.log([`Node.js ${line}: ${selected.blocks.length} blocks`, ...differences].join("\n  "));
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
