import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bump, bumpBetween } from "../semver/bump.ts";
import { installConsumer } from "./check-installed.ts";
import { addField, removeField } from "./edit-contract.ts";
import type { Packed } from "./read-pack.ts";
import { expectFailure, type ReleaseContext, release, runInTree } from "./release.ts";

const FIXED_GROUP = ["types", "client", "sandbox", "sync", "mcp", "cli"].map((name) => `@serviceform/${name}`);
const FIRST = `---\n${FIXED_GROUP.map((name) => `"${name}": minor\n`).join("")}---\n\nThe first.\n`;

/** Rehearses three releases, for maintainers and users. */
export async function rehearse(context: ReleaseContext, folder: string): Promise<void> {
  const { log } = context;
  log("A first release");
  if (!(await hasChangesets(context.tree))) await writeFile(join(context.tree, ".changeset/first.md"), FIRST);
  await expectSemver(context, "For the first release");
  const first = await release(context, join(folder, "first-pack"));
  const user = await installConsumer(context, join(folder, "first-user"));
  await user.compile("calls.ts");
  await user.start("calls.ts");
  log("  a user's program compiles and runs");
  const pages = ["docs/connect-an-assistant.md", "packages/mcp/README.md"];
  await user.start("lists-tools.ts", ...pages.map((page) => join(context.tree, page)));
  log("  a host that starts what the pages configure gets tools");

  log("An optional field more");
  await addField(context);
  await followSemver(context, "minor");
  const second = await release(context, join(folder, "second-pack"));
  expectBump(first, second, "minor");
  await expectInChangelog(context.tree, "`Item.nickname` is new.");
  const curious = await installConsumer(context, join(folder, "second-user"));
  for (const program of ["calls.ts", "reads-nickname.ts"]) await curious.compile(program);
  await curious.start("calls.ts");
  log("  the same program compiles and runs, and so does one that reads the field");

  log("The field less");
  await removeField(context);
  await followSemver(context, "major");
  const third = await release(context, join(folder, "third-pack"));
  expectBump(second, third, "major");
  await expectInChangelog(context.tree, "Property `nickname` of `Item` was removed.");
  const broken = await installConsumer(context, join(folder, "third-user"));
  await broken.compile("calls.ts");
  await broken.start("calls.ts");
  await expectFailure(broken.compile("reads-nickname.ts"), "Property 'nickname' does not exist on type 'Item'");
  log("  the program that reads the field no longer compiles, as the major version indicates");
}

/** `semver` fails without a changeset, and passes with the one that it writes. */
async function followSemver(context: ReleaseContext, bump: Bump): Promise<void> {
  await expectFailure(semver(context), `need a ${bump} changeset, but there is none`);
  await semver(context, "--write");
  context.log(`  semver rejects the tree without a changeset and writes one: ${bump}`);
}

async function expectSemver(context: ReleaseContext, expected: string): Promise<void> {
  const output = await semver(context);
  if (!output.includes(expected)) throw new Error(`semver printed no "${expected}":\n${output}`);
}

function semver(context: ReleaseContext, ...args: string[]): Promise<string> {
  return runInTree(context, "scripts/semver/main.ts", ...args);
}

async function hasChangesets(tree: string): Promise<boolean> {
  const names = await readdir(join(tree, ".changeset"));
  return names.some((name) => name.endsWith(".md") && name !== "README.md");
}

function expectBump(before: readonly Packed[], after: readonly Packed[], bump: Bump): void {
  const versions = FIXED_GROUP.map((name) => after.find((one) => one.name === name)?.version);
  const [version] = versions;
  const earlier = before.find(({ name }) => name === FIXED_GROUP[0])?.version;
  const found = earlier && version && bumpBetween(earlier, version);
  if (found !== bump || versions.some((other) => other !== version))
    throw new Error(
      `Expected a ${bump} bump of ${FIXED_GROUP.join(" and ")} from ${earlier}, received ${versions.join(" and ")}.`,
    );
}

async function expectInChangelog(tree: string, sentence: string): Promise<void> {
  const text = await readFile(join(tree, "packages/client/CHANGELOG.md"), "utf8");
  if (!text.includes(sentence)) throw new Error(`The changelog of the client lacks: ${sentence}`);
}
