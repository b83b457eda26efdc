import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { anyContract } from "./any-contract.ts";

/** How many random contracts are generated, and their seed. */
const numRuns = Number(process.env.CONTRACT_RUNS ?? 12);
const seed = Number(process.env.CONTRACT_SEED ?? 1);

test("the types of any contract compile", { timeout: 60_000 + numRuns * 1_000 }, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "contracts-"));
  const documents = fc.sample(anyContract, { numRuns: Math.ceil(numRuns / 3), seed });
  const cases = Object.fromEntries(documents.map((document, index) => [`case${index}`, { document }]));
  expect(await compile(folder.path, cases)).toBe("");
});
