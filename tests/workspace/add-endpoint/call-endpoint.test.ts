import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyWorkspace } from "../copy-workspace.ts";
import { type Run, run, runScript } from "../run.ts";
import { addToContract } from "./add-endpoints.ts";

test("endpoints added to the spec are in the client, and the sandbox responds to them without handlers", async () => {
  await using copy = await copyWorkspace();
  const { root } = copy;
  await addToContract(root);

  const generated = await run(root, ["scripts/generate/main.ts"]);
  expect(generated).toEqual({ code: 0, output: expect.stringContaining("Changed in packages/types/src/generated") });
  expect(await build(root, "types")).toEqual({ code: 0, output: "" });
  expect(await build(root, "client")).toEqual({ code: 0, output: "" });

  const [consumer, sandbox, methods] = await Promise.all([
    compileConsumer(root),
    build(root, "sandbox"),
    readFile(join(root, "packages/types/dist/generated/methods.d.ts"), "utf8"),
  ]);
  expect(consumer).toEqual({ code: 0, output: "" });
  expect(methods).toContain("     * Returns one lead with its history. Reads only, so a repeat is safe.\n");
  expect(methods).toContain("     * @param input.leadId The `id` of a lead, as `listLeads` returns it.\n");
  expect(sandbox).toEqual({ code: 0, output: "" });
  expect(await run(root, ["--input-type=module", "--eval", CALL])).toEqual({
    code: 0,
    output: "200 own-1 200 Called back.\n",
  });
});

/** Calls both endpoints of the built sandbox by the built client. */
const CALL = `
import { createClient } from "./packages/client/dist/index.js";
import { createSandbox } from "./packages/sandbox/dist/index.js";
const { safe } = createClient({ apiKey: "sf_sandbox_key", fetch: createSandbox().fetch });
const lead = await safe.getLead({ leadId: "own-1" });
const note = await safe.createLeadNote({ leadId: "own-1", text: "Called back." });
console.log(lead.response.status, lead.data?.id, note.response.status, note.data?.text);
`;

function build(root: string, name: string): Promise<Run> {
  return runScript(join(root, "packages", name), "build");
}

async function compileConsumer(root: string): Promise<Run> {
  const folder = join(root, "tests/workspace");
  await cp(join(import.meta.dirname, "uses-get-lead.ts.txt"), join(folder, "uses-get-lead.ts"));
  const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext"];
  return run(folder, ["node_modules/typescript/bin/tsc", ...flags, "--ignoreConfig", "uses-get-lead.ts"]);
}
