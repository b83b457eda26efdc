import { expect, test } from "vitest";
import { commitAll } from "../../../scripts/rehearse/commit-all.ts";
import { copyWorkspace } from "../copy-workspace.ts";
import { changedFiles } from "../git.ts";
import { runPnpm } from "../run.ts";
import { addHandlers, addToContract } from "./add-endpoints.ts";

/** The only files that a maintainer edits beside the contract. */
const MOST_BY_HAND = 4;
const MINUTES = 60_000;

test("`test` passes after six endpoints in YAML, handlers of two, `generate` and `api`", {
  timeout: 20 * MINUTES,
}, async () => {
  await using copy = await copyWorkspace({ links: false });
  const { root } = copy;
  await commitAll(root);

  await addToContract(root);
  await addHandlers(root);
  const edited = await changedFiles(root);
  const byHand = edited.filter((file) => !file.startsWith("spec/"));
  console.info(`By hand, beside spec/: ${byHand.join(", ")}`);
  expect(byHand.length).toBeLessThanOrEqual(MOST_BY_HAND);

  for (const script of ["generate", "api", "test"]) await runPnpm(root, script);
  const smokeTest = await runPnpm(root, "start");
  expect(smokeTest).toMatch(/^getLead +GET +\/leads\/lead-1 +200 /m);
  expect(smokeTest).toMatch(/^createLeadNote +POST +\/leads\/lead-1\/notes +200 /m);
  expect(smokeTest).toMatch(/^listMatchingLeads +GET +\/leads\/search +200 /m);
  expect(smokeTest).toMatch(/^updateLeadTags +PUT +\/leads\/lead-1\/tags +204 /m);
  expect(smokeTest).toMatch(/^createLeadFile +POST +\/leads\/lead-1\/files +200 /m);
  expect(smokeTest).toMatch(/^getLeadTable +GET +\/leads\/table +200 +\d+\.\d ms +a text of 24 characters$/m);
  expect(smokeTest).toMatch(/, all 15 operations, every response as expected\.$/m);

  const written = (await changedFiles(root)).filter((file) => !edited.includes(file));
  expect(written.filter((file) => !/^(api-reports|packages\/types\/src\/generated)\//.test(file))).toEqual([]);
  expect(written).toContain("api-reports/types.d.ts");
});
