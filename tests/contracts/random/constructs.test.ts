import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCalls } from "../differential/run-differential.ts";
import { loadContract } from "../load-contract.ts";
import { anyConstructs, anyScalars } from "./any-constructs.ts";
import { anyPagedOperation, anyPages, describePages } from "./any-pages.ts";
import { assertPages } from "./assert-pages.ts";
import { assertReceived } from "./assert-received.ts";

/** Few, since the calls of a contract take a second or two. */
const numRuns = Math.ceil(Number(process.env.CONTRACT_RUNS ?? 16) / 8);
const seed = Number(process.env.CONTRACT_SEED ?? 1);

const anyRounds = fc.array(anyScalars, { minLength: 3, maxLength: 3 });
/** Many, since the contract is loaded already. */
const anyLists = fc.array(anyPages, { minLength: 60, maxLength: 60 });

test("forms, files, texts, events, styles, headers, credentials and pages match a plain implementation", {
  timeout: 60_000 + numRuns * 10_000,
}, async () => {
  const all = [anyConstructs, anyRounds, anyPagedOperation, anyLists] as const;
  const property = fc.asyncProperty(...all, async (document, rounds, paged, lists) => {
    const paths = { ...(document.paths as object), "/paged/{groupId}": { get: describePages(paged) } };
    const loaded = await loadContract({ ...document, paths });
    const { wrong, right } = await compareCalls(document, loaded, rounds);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(0);
    for (const scalars of rounds) await assertReceived(document, loaded, scalars);
    for (const list of lists) await assertPages(loaded, { ...paged, ...list });
  });
  await fc.assert(property, { numRuns, seed, endOnFailure: process.env.CONTRACT_SHRINK === undefined });
});
