import { afterAll, expect, test } from "vitest";
import { checkBlocks } from "./compile-blocks.ts";
import { stageBlocks } from "./stage-blocks.ts";
import { findDifference, startBlocks } from "./start-blocks.ts";

/** Of all blocks together. */
const LIMIT_MS = 300_000;

const staged = await stageBlocks();
const compiled = checkBlocks(staged);
const ran = startBlocks(staged, process.execPath, LIMIT_MS);

afterAll(() => staged[Symbol.asyncDispose]());

test("every block compiles", { timeout: LIMIT_MS }, async () => {
  expect(await compiled).toBe("");
});

for (const [index, block] of staged.blocks.entries()) {
  test(`${block.file}:${block.line} runs and prints its output`, { timeout: LIMIT_MS }, async () => {
    expect(findDifference(block, (await ran).reports.get(index))).toBeUndefined();
  });
}

test("every test in a block passes", { timeout: LIMIT_MS }, async () => {
  const { code, output } = await ran;
  expect(output).toContain("renames a customer");
  expect(code, output).toBe(0);
});
