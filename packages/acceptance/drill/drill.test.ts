import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyWorkspace } from "../workspace/copy-workspace.ts";
import { type Run, run, runScript } from "../workspace/run.ts";
import { addToContract } from "./add-endpoints.ts";

test("endpoints that are added to the spec are in the client, and the compiler asks for their handlers", {
  timeout: 120_000,
}, async () => {
  await using copy = await copyWorkspace();
  const { root } = copy;
  await addToContract(root);

  const generated = await run(root, ["scripts/generate/main.ts"]);
  expect(generated).toEqual({ code: 0, said: expect.stringContaining("Changed in packages/types/src/generated") });
  expect(await build(root, "types")).toEqual({ code: 0, said: "" });
  expect(await build(root, "client")).toEqual({ code: 0, said: "" });

  const [consumer, sandbox, methods] = await Promise.all([
    compileConsumer(root),
    build(root, "sandbox"),
    readFile(join(root, "packages/types/dist/generated/methods.d.ts"), "utf8"),
  ]);
  expect(consumer).toEqual({ code: 0, said: "" });
  expect(methods).toContain("     * Returns one lead with its history. Reads only, so a repeat is safe.\n");
  expect(methods).toContain("     * @param input.leadId The `id` of a lead, as `listLeads` returns it.\n");
  expect(sandbox.said).toMatch(
    /^src\/handlers\/handlers\.ts.+ error TS2739: .+ missing the following properties.+: createLeadNote, getLead$/m,
  );
  expect(sandbox.code).not.toBe(0);
});

function build(root: string, name: string): Promise<Run> {
  return runScript(join(root, "packages", name), "build");
}

async function compileConsumer(root: string): Promise<Run> {
  const folder = join(root, "packages/acceptance");
  await cp(join(import.meta.dirname, "uses-get-lead.ts.txt"), join(folder, "uses-get-lead.ts"));
  const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext"];
  return run(folder, ["node_modules/typescript/bin/tsc", ...flags, "--ignoreConfig", "uses-get-lead.ts"]);
}
