import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commitAll } from "../../../scripts/rehearse/commit-all.ts";
import { copyWorkspace } from "../copy-workspace.ts";
import { changedFiles, git } from "../git.ts";
import { run, runPnpm } from "../run.ts";

const MINUTES = 60_000;
const NAMES = {
  title: "Parcel Post",
  scope: "@parcel-post",
  className: "ParcelPost",
  command: "parcel",
  environment: "PARCEL_POST",
  repository: "https://github.com/parcels/tools",
  sandboxKey: "pp_sandbox_key",
};

const copy = await copyWorkspace({ links: false });
const { root } = copy;
afterAll(() => copy[Symbol.asyncDispose]());

test("a product has the names of one file, in every package", { timeout: 10 * MINUTES }, async () => {
  await commitAll(root);
  const file = join(root, "names.json");
  await writeFile(file, JSON.stringify(NAMES));
  await runPnpm(root, "rename", file);
  await rm(file);
  for (const script of ["install", "format"]) await runPnpm(root, script);

  expect(await changedFiles(root)).toContain("packages/cli/bin/parcel.js");
  expect(await git(root, "ls-files", "*erviceform*")).toBe("");
  const left = await git(root, "grep", "-iIhoE", "[a-z.]*serviceform[a-z.]*", "--", ":!*.svg");
  expect(new Set(left.trim().split("\n"))).toEqual(new Set(["link.serviceform.com", "www.serviceform.com"]));
  for (const script of ["check:style", "check:workspace", "check:unused", "check:imports", "check:options"]) {
    await runPnpm(root, script);
  }
});

test("its client is generated from another contract, with its types", { timeout: 5 * MINUTES }, async () => {
  for (const folder of ["paths", "components"]) await rm(join(root, "spec", folder), { recursive: true });
  await cp(join(root, "scripts/generate/fixtures/another-api/openapi.yaml"), join(root, "spec/openapi.yaml"));
  await runPnpm(root, "generate");
  for (const name of ["types", "client"]) await runPnpm(join(root, "packages", name), "build");

  await writeFile(join(root, "tests/workspace/uses-parcels.ts"), USES);
  const flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--ignoreConfig"];
  const tsc = join("node_modules/typescript/bin/tsc");
  const compiled = await run(join(root, "tests/workspace"), [tsc, ...flags, "uses-parcels.ts"]);
  expect(compiled).toEqual({ code: 0, output: "" });
  expect(await run(join(root, "tests/workspace"), ["uses-parcels.ts"])).toEqual({
    code: 0,
    output: "GET /parcels/p%201 Bearer t-1 parcel-client sent ParcelPostError\n",
  });
});

test("calls over HTTP reach the sandbox of that contract", { timeout: 5 * MINUTES }, async () => {
  const vitest = join(root, "tests/contracts/node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "another-api", "--config", "../../vitest.config.js"];
  const tested = await run(join(root, "tests/contracts"), args);
  expect(tested.code, tested.output).toBe(0);
});

/** A user's program. The server is a function that returns its request. */
const USES = `
import { createClient, type Parcel, type ParcelPostClient, ParcelPostError } from "@parcel-post/client";

const sent: string[] = [];
const client: ParcelPostClient = createClient({
  token: "t-1",
  fetch: async (url, init) => {
    const headers = new Headers(init?.headers);
    const agent = headers.get("user-agent")?.split("/")[0];
    sent.push(\`\${init?.method} \${new URL(String(url)).pathname.replace("/v2", "")} \${headers.get("authorization")} \${agent}\`);
    return Response.json({ id: "p 1", state: "sent" });
  },
});
const parcel: Parcel = await client.getParcel({ parcelId: "p 1" });
// @ts-expect-error: the contract has no such operation.
export const missing = (): unknown => client.listLeads();
console.log(...sent, parcel.state, ParcelPostError.name);
`;
