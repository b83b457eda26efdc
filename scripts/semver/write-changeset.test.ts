import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import type { Change } from "./bump.ts";
import type { Verdict } from "./compare.ts";
import { pendingBumps } from "./pending-bumps.ts";
import { writeChangeset } from "./write-changeset.ts";

const NAMES = ["@pets/types", "@pets/client"];
const FILE = ".changeset/contract-changes.md";
const AGE: Change = { bump: "minor", subject: "Pet.age", reason: "`Pet.age` is new." };
const NAME: Change = { bump: "major", subject: "Pet.name", reason: "Property `name` of `Pet` was removed." };
const LIMIT: Change = { bump: "patch", subject: "Pet.age", reason: "The maximum of `Pet.age` changes." };
const NONE: Verdict = { bump: "none", changes: [], rejections: [] };

test("writeChangeset replaces the text that it wrote, and removes it with the changes", async () => {
  await using tree = await createTree();
  await writeChangeset(tree.path, verdictOf(AGE), NAMES);
  expect(await writeChangeset(tree.path, verdictOf(NAME, AGE, LIMIT), NAMES)).toEqual([
    `Wrote ${FILE}. Read it as a user would, and edit its text where it can be clearer.`,
  ]);
  expect(await tree.read()).toBe(`---
"@pets/types": major
"@pets/client": major
# semver wrote this file (490e5d089a6b), and replaces it until it is edited.
---

The contract of the API changes:

- **Breaking:** Property \`name\` of \`Pet\` was removed.
- \`Pet.age\` is new.
`);
  await tree.write((await tree.read()).replaceAll("\n", "\r\n"));
  expect(await writeChangeset(tree.path, NONE, NAMES)).toEqual([
    `Removed ${FILE}: the contract is that of the last release.`,
  ]);
  expect(await readdir(join(tree.path, ".changeset"))).toEqual(["config.json"]);
  expect(await writeChangeset(tree.path, NONE, NAMES)).toEqual([]);
});

test("writeChangeset does not call every patch a description", async () => {
  await using tree = await createTree();
  await writeChangeset(tree.path, verdictOf(LIMIT), NAMES);
  expect(await tree.read()).toContain("changes without effect on callers, such as in descriptions and in limits");
});

test("writeChangeset keeps an edited text, raises its bumps, and returns the lines that it lacks", async () => {
  await using tree = await createTree();
  await writeChangeset(tree.path, verdictOf(AGE), NAMES);
  await tree.write((await tree.read()).replace("`Pet.age` is new.", "Add `Pet.age`, in years."));
  expect(await writeChangeset(tree.path, verdictOf(NAME, AGE), NAMES)).toEqual([
    `Kept the text of ${FILE}, which was edited. Add what it does not say in other words:`,
    "- **Breaking:** Property `name` of `Pet` was removed.",
    "- `Pet.age` is new.",
  ]);
  expect(await tree.read()).toBe(`---
"@pets/types": major
"@pets/client": major
---

The contract of the API changes:

- Add \`Pet.age\`, in years.
`);
  await tree.write(
    `${await tree.read()}- **Breaking:** Property \`name\` of \`Pet\` was removed.\n- \`Pet.age\` is new.\n`,
  );
  expect(await writeChangeset(tree.path, verdictOf(NAME, AGE), NAMES)).toEqual([
    `Kept the text of ${FILE}, which was edited.`,
  ]);
});

test("writeChangeset keeps a larger bump of a text that was not edited", async () => {
  await using tree = await createTree();
  await writeChangeset(tree.path, verdictOf(AGE), NAMES);
  await tree.write((await tree.read()).replaceAll("minor", "major"));
  expect(await writeChangeset(tree.path, verdictOf(AGE), NAMES)).toEqual([
    `Kept the text of ${FILE}, which was edited.`,
  ]);
  expect((await pendingBumps(join(tree.path, ".changeset"))).get("@pets/types")).toBe("major");
});

test("writeChangeset keeps larger bumps and other packages of an edited changeset", async () => {
  await using tree = await createTree();
  await tree.write(`---\n"@pets/types": major\n"@pets/cli": patch\n---\n\nPets have an age.\n`);
  await writeChangeset(tree.path, verdictOf(AGE), NAMES);
  expect(await tree.read()).toContain("\nPets have an age.\n");
  expect(Object.fromEntries(await pendingBumps(join(tree.path, ".changeset")))).toEqual({
    "@pets/types": "major",
    "@pets/cli": "patch",
    "@pets/client": "minor",
  });
});

test("writeChangeset keeps an edited changeset whose changes were taken back", async () => {
  await using tree = await createTree();
  const text = `---\n"@pets/types": minor\n---\n\nPets have an age.\n`;
  await tree.write(text);
  expect(await writeChangeset(tree.path, NONE, NAMES)).toEqual([
    `Kept ${FILE}, which was edited. The contract is that of the last release: remove the file.`,
  ]);
  expect(await tree.read()).toBe(text);
});

function verdictOf(...changes: Change[]): Verdict {
  return { bump: changes[0]?.bump ?? "none", changes, rejections: [] };
}

async function createTree() {
  const tree = await createFolder({ ".changeset/config.json": "{}" });
  const file = join(tree.path, FILE);
  return {
    path: tree.path,
    read: () => readFile(file, "utf8"),
    write: (text: string) => writeFile(file, text),
    [Symbol.asyncDispose]: () => tree.remove(),
  };
}
