import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyWorkspace } from "./copy-workspace.ts";
import { git } from "./git.ts";
import { run } from "./run.ts";

const copy = await copyWorkspace();
const { root } = copy;
await track(root);
/** Of each task, after the last edit. */
let hashes = await hashTasks(root);
afterAll(() => copy[Symbol.asyncDispose]());

/** An edit, and exactly the tasks that must rerun after it. */
const edits: { title: string; file: string; reruns: string[] }[] = [
  {
    title: "a text of the contract",
    file: "spec/paths/leads.yaml",
    reruns: [
      "//#check:changesets",
      "//#check:style",
      "@serviceform/spec#check:lint",
      "@serviceform/tests-contracts#test",
      "@serviceform/types#check:fresh",
      "@serviceform/types#generate",
    ],
  },
  {
    title: "a test of generation",
    file: "scripts/generate/jsdoc.test.ts",
    reruns: ["//#check:style", "//#check:types", "//#check:unused", "@serviceform/scripts#test"],
  },
  {
    title: "a test of a workspace that shares Vitest",
    file: "bundled/csv/src/csv-splitter.test.ts",
    reruns: ["//#check:style", "//#check:types", "//#check:unused", "//#test:small"],
  },
  {
    title: "a README",
    file: "packages/client/README.md",
    reruns: ["//#check:options", "//#check:style", "@serviceform/website#test"],
  },
];

test("an edit reruns only the tasks that depend on it", async () => {
  for (const { title, file, reruns } of edits) expect({ title, reruns: await edit(file) }).toEqual({ title, reruns });
});

test.for([
  [
    "scripts/openapi/pointer.ts",
    ["//#check:changesets", "@serviceform/types#generate", "@serviceform/types#check:fresh"],
  ],
  ["scripts/large-stack.ts", ["//#check:changesets", "@serviceform/types#generate", "@serviceform/types#check:fresh"]],
  ["scripts/generate/leave-out/place.ts", ["//#check:changesets"]],
  ["scripts/generate/prepare/words.ts", ["//#check:changesets"]],
  ["scripts/read-options.ts", ["//#check:api", "//#check:changesets", "//#check:options"]],
] as const)("an edit of %s reruns the checks that import it", async ([file, checks]) => {
  expect(await edit(file)).toEqual(expect.arrayContaining([...checks]));
});

test("an edit of the client does not rebuild its dependencies", async () => {
  expect(await hashTasks(root)).toEqual(hashes);
  const changed = await edit("packages/client/src/index.ts");
  expect(changed).toEqual(expect.arrayContaining(["@serviceform/client#build", "@serviceform/client#test"]));
  expect(changed.filter((id) => /^@serviceform\/(spec|scripts|types|sandbox)#/.test(id))).toEqual([]);
});

test("an edit of the test configuration reruns tests, and builds nothing", async () => {
  const changed = await edit("vitest.config.js");
  const tests = [...hashes.keys()].filter((id) => /#test(:small)?$/.test(id));
  expect(changed).toEqual(["//#check:style", "//#check:types", "//#check:unused", ...tests].sort());
});

/** Adds an empty line to a file, and returns the tasks that run again. */
async function edit(file: string): Promise<string[]> {
  const before = hashes;
  await appendFile(join(root, file), "\n");
  hashes = await hashTasks(root);
  return [...hashes.keys()].filter((id) => hashes.get(id) !== before.get(id)).sort();
}

/** Without git, turbo uses every file in a folder as input, installed packages too. */
async function track(root: string): Promise<void> {
  await git(root, "init", "--quiet");
  await git(root, "add", "--all");
}

async function hashTasks(root: string): Promise<Map<string, string>> {
  const args = ["run", "generate", "build", "check", "check:repo", "check:unused", "test", "test:small", "--dry=json"];
  const { output } = await run(root, ["node_modules/turbo/bin/turbo", ...args], { TURBO_TELEMETRY_DISABLED: "1" });
  const { tasks }: { tasks: Task[] } = JSON.parse(output);
  return new Map(tasks.filter(({ command }) => command !== "<NONEXISTENT>").map(({ taskId, hash }) => [taskId, hash]));
}

interface Task {
  taskId: string;
  command: string;
  hash: string;
}
