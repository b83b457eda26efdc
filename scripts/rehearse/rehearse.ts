import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bump, bumpBetween } from "../semver/bump.ts";
import { addField, removeField } from "./edit-contract.ts";
import type { Packed } from "./read-pack.ts";
import { release, type Stage } from "./release.ts";
import { runNode } from "./run.ts";
import { installConsumer } from "./try-out.ts";

const TOGETHER = ["@serviceform/types", "@serviceform/client", "@serviceform/sandbox"];
const FIRST = `---\n${TOGETHER.map((name) => `"${name}": minor\n`).join("")}---\n\nThe first.\n`;

/** Three releases, as their makers and their users meet them. */
export async function rehearse(stage: Stage, folder: string): Promise<void> {
  const { say } = stage;
  say("A first release");
  if (!(await hasChangesets(stage.tree))) await writeFile(join(stage.tree, ".changeset/first.md"), FIRST);
  await expectSemver(stage, "For the first release");
  const first = await release(stage, join(folder, "first-pack"));
  const user = await installConsumer(stage, join(folder, "first-user"));
  await user.compile("calls.ts");
  await user.start("calls.ts");
  say("  a user's program compiles and runs");

  say("An optional field more");
  await addField(stage);
  await followSemver(stage, "minor");
  const second = await release(stage, join(folder, "second-pack"));
  expectBump(first, second, "minor");
  await expectInChangelog(stage.tree, "`Item.nickname` is new.");
  const curious = await installConsumer(stage, join(folder, "second-user"));
  for (const program of ["calls.ts", "reads-nickname.ts"]) await curious.compile(program);
  await curious.start("calls.ts");
  say("  the same program compiles and runs, and so does one that reads the field");

  say("The field less");
  await removeField(stage);
  await followSemver(stage, "major");
  const third = await release(stage, join(folder, "third-pack"));
  expectBump(second, third, "major");
  await expectInChangelog(stage.tree, "Property `nickname` of `Item` was removed.");
  const broken = await installConsumer(stage, join(folder, "third-user"));
  await broken.compile("calls.ts");
  await broken.start("calls.ts");
  await expectFailure(broken.compile("reads-nickname.ts"), "Property 'nickname' does not exist on type 'Item'");
  say("  the program that reads the field no longer compiles, which the version number says");
}

/** Without a changeset `semver` refuses, with the changeset that it writes it agrees. */
async function followSemver(stage: Stage, bump: Bump): Promise<void> {
  await expectFailure(semver(stage), `need a ${bump} changeset, but there is none`);
  await semver(stage, "--write");
  stage.say(`  semver refuses it without a changeset, and writes one: ${bump}`);
}

async function expectSemver(stage: Stage, expected: string): Promise<void> {
  const said = await semver(stage);
  if (!said.includes(expected)) throw new Error(`semver was to say "${expected}", but said:\n${said}`);
}

function semver({ tree, registry }: Stage, ...args: string[]): Promise<string> {
  return runNode(["scripts/semver/main.ts", ...args], { cwd: tree, env: registry.env });
}

async function hasChangesets(tree: string): Promise<boolean> {
  const names = await readdir(join(tree, ".changeset"));
  return names.some((name) => name.endsWith(".md") && name !== "README.md");
}

function expectBump(before: readonly Packed[], after: readonly Packed[], bump: Bump): void {
  const versions = TOGETHER.map((name) => after.find((one) => one.name === name)?.version);
  const [version] = versions;
  const earlier = before.find(({ name }) => name === TOGETHER[0])?.version;
  const found = earlier && version && bumpBetween(earlier, version);
  if (found !== bump || versions.some((other) => other !== version))
    throw new Error(`From ${earlier} a ${bump} of ${TOGETHER.join(" and ")} was due, not ${versions.join(" and ")}.`);
}

async function expectInChangelog(tree: string, sentence: string): Promise<void> {
  const text = await readFile(join(tree, "packages/client/CHANGELOG.md"), "utf8");
  if (!text.includes(sentence)) throw new Error(`The changelog of the client does not say: ${sentence}`);
}

async function expectFailure(attempt: Promise<unknown>, sentence: string): Promise<void> {
  const failure = await attempt.then(
    () => undefined,
    (error: Error) => error,
  );
  if (failure === undefined) throw new Error(`This was to fail, and did not: ${sentence}`);
  if (!failure.message.includes(sentence)) throw failure;
}
