import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCalls } from "../differential/run-differential.ts";
import { loadContract } from "../load-contract.ts";
import { anyConstructs, anyScalars } from "./any-constructs.ts";
import { anyPagedList, pagedOperation } from "./any-pages.ts";
import { assertPages } from "./assert-pages.ts";
import { assertReceived } from "./assert-received.ts";

/** Few, since the calls of a contract take a second or two. */
const numRuns = Math.ceil(Number(process.env.CONTRACT_RUNS ?? 16) / 8);
const seed = Number(process.env.CONTRACT_SEED ?? 1);

const anyRounds = fc.array(anyScalars, { minLength: 3, maxLength: 3 });

test("forms, files, texts, events, styles, headers, credentials and pages match a plain implementation", {
  timeout: 60_000 + numRuns * 10_000,
}, async () => {
  const property = fc.asyncProperty(anyConstructs, anyRounds, anyPagedList, async (document, rounds, list) => {
    const paths = { ...(document.paths as object), "/paged": { get: pagedOperation(list) } };
    const loaded = await loadContract({ ...document, paths });
    const { wrong, right } = await compareCalls(document, loaded, rounds);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(0);
    for (const scalars of rounds) await assertReceived(document, loaded, scalars);
    await assertPages(loaded, list);
  });
  await fc.assert(property, { numRuns, seed, endOnFailure: process.env.CONTRACT_SHRINK === undefined });
});
