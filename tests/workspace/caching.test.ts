import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyWorkspace } from "./copy-workspace.ts";
import { git } from "./git.ts";
import { run } from "./run.ts";

const copy = await copyWorkspace();
const { root } = copy;
await track(root);
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
  let before = await hashTasks(root);
  for (const { title, file, reruns } of edits) {
    await appendFile(join(root, file), "\n");
    const after = await hashTasks(root);
    const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id));
    expect({ title, reruns: changed.sort() }).toEqual({ title, reruns });
    before = after;
  }
});

test.for([
  ["scripts/openapi/pointer.ts", ["//#check:changesets"]],
  ["scripts/generate/prepare/words.ts", ["//#check:changesets"]],
  ["scripts/read-options.ts", ["//#check:api", "//#check:changesets", "//#check:options"]],
] as const)("an edit of %s reruns the checks that import it", async ([file, checks]) => {
  const before = await hashTasks(root);
  await appendFile(join(root, file), "\n");
  const after = await hashTasks(root);
  const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id));
  expect(changed).toEqual(expect.arrayContaining([...checks]));
});

test("an edit of the client does not rebuild its dependencies", async () => {
  const before = await hashTasks(root);
  expect(await hashTasks(root)).toEqual(before);
  await appendFile(join(root, "packages/client/src/index.ts"), "\n");
  const after = await hashTasks(root);
  const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id));
  expect(changed).toEqual(expect.arrayContaining(["@serviceform/client#build", "@serviceform/client#test"]));
  expect(changed.filter((id) => /^@serviceform\/(spec|scripts|types|sandbox)#/.test(id))).toEqual([]);
});

test("an edit of the test configuration reruns tests, and builds nothing", async () => {
  const before = await hashTasks(root);
  await appendFile(join(root, "vitest.config.js"), "\n");
  const after = await hashTasks(root);
  const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id));
  const tests = [...after.keys()].filter((id) => /#test(:small)?$/.test(id));
  expect(changed.sort()).toEqual(["//#check:style", "//#check:types", "//#check:unused", ...tests].sort());
});

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
