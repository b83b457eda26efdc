import { chmod, readFile, writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { integrityOf } from "./read-pack.ts";
import { runNode } from "./run.ts";

const SCRIPT = resolve(import.meta.dirname, "../../.github/release.js");
const BYTES = Buffer.from("a tarball");
const PLAN = {
  plan: [[{ kind: "publish", name: "@x/y", version: "1.2.3", tarball: { path: "y.tgz" } }, { kind: "tag-only" }]],
};

let folder: string;

beforeEach(async () => {
  const created = await createFolder({ "pack/publish-plan.json": JSON.stringify(PLAN), "pack/y.tgz": String(BYTES) });
  folder = created.path;
  return () => created.remove();
});

test("release publish sends the packed file of a new version without running scripts", async () => {
  await standIn("npm", "echo E404 >&2; exit 1");
  expect(await run("publish", "pack", await digest(), "--provenance")).toContain("@x/y@1.2.3 is published\n");
  expect(await calls()).toEqual([
    "npm view @x/y@1.2.3 dist.integrity --json",
    `npm publish ${join(folder, "pack/y.tgz")} --access public --ignore-scripts --provenance`,
  ]);
});

test("release publish lets npm ask for a second factor, and keeps a missing version to itself", async () => {
  await standIn("npm", "echo E404 >&2; echo a private lookup; exit 1", "echo the second factor, please");
  const printed = await run("publish", "pack", await digest());
  expect(printed).toBe("the second factor, please\n@x/y@1.2.3 is published\n");
});

test("release publish skips a published version and rejects one with other bytes", async () => {
  await standIn("npm", `echo '"${integrityOf(BYTES)}"'`);
  expect(await run("publish", "pack", await digest())).toBe("@x/y@1.2.3 is published already\n");
  await standIn("npm", `echo '"sha512-other"'`);
  await expect(run("publish", "pack", await digest())).rejects.toThrow("published already, with other bytes");
  expect((await calls()).filter((call) => call.startsWith("npm publish"))).toEqual([]);
});

test("release publish stops when the registry fails", async () => {
  await standIn("npm", "echo E500 >&2; exit 1");
  await expect(run("publish", "pack", await digest())).rejects.toThrow("E500");
  expect(await calls()).toHaveLength(1);
});

test("release tag keeps an existing tag and pushes a new one", async () => {
  await standIn("git", "echo 'abc refs/tags/@x/y@1.2.3'");
  await run("tag", "pack", await digest());
  await standIn("git", "");
  await run("tag", "pack", await digest());
  const look = "git ls-remote --tags origin refs/tags/@x/y@1.2.3";
  expect(await calls()).toEqual([look, look, "git tag @x/y@1.2.3", "git push origin refs/tags/@x/y@1.2.3"]);
});

test.for(["publish", "tag"])("release %s rejects other bytes, another plan and a missing digest", async (command) => {
  for (const tool of ["npm", "git"]) await standIn(tool, "");
  const packed = await digest();
  await expect(run(command, "pack")).rejects.toThrow("another digest");
  await writeFile(join(folder, "pack/publish-plan.json"), `${JSON.stringify(PLAN)}\n`);
  await expect(run(command, "pack", packed)).rejects.toThrow("another digest");
  await writeFile(join(folder, "pack/publish-plan.json"), JSON.stringify(PLAN));
  await writeFile(join(folder, "pack/y.tgz"), "another tarball");
  await expect(run(command, "pack", packed)).rejects.toThrow("another digest");
  expect(await calls()).toEqual([]);
});

/** Puts a fake tool before the real one, which records each call; `look` is its command for reads, `publish` for what it publishes. */
async function standIn(tool: string, look: string, publish = ""): Promise<void> {
  const file = join(folder, tool);
  const lines = [
    "#!/bin/sh",
    `echo "${tool} $*" >> "${join(folder, "calls")}"`,
    `case $1 in view|ls-remote) ${look || ":"};; publish) ${publish || ":"};; esac`,
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  await chmod(file, 0o755);
}

async function calls(): Promise<string[]> {
  const text = await readFile(join(folder, "calls"), "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

async function digest(): Promise<string> {
  return (await run("digest", "pack")).trim();
}

function run(...args: string[]): Promise<string> {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  return runNode([SCRIPT, ...args], { cwd: folder, env });
}
