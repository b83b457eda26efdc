import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renameTree } from "./rename-tree.ts";
import { acme } from "./testing/acme.ts";

const post = { ...acme, title: "Post", scope: "@post", className: "Post", command: "post", environment: "POST" };
const png = Buffer.concat([Buffer.from([0x89, 0]), Buffer.from("acme")]);

test("renameTree renames content and names of all files that git does not ignore, except deleted ones", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "rename-"));
  const root = folder.path;
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root });
  const write = (file: string, content: string | Buffer) => writeFile(join(root, file), content);
  const read = (file: string) => readFile(join(root, file));
  git("init", "--quiet");
  for (const name of ["spec", "bin", "dist"]) await mkdir(join(root, name));
  await write("spec/product.json", JSON.stringify(acme));
  await write("bin/acme.js", "acme");
  await write("gone.ts", "acme");
  await write("logo.png", png);
  await write(".gitignore", "dist\n");
  await write("dist/index.js", "AcmeError");
  git("add", "--all");
  await rm(join(root, "gone.ts"));
  await write("new.ts", "AcmeError");

  expect(await renameTree(root, post)).toBe(3);
  expect(JSON.parse(String(await read("spec/product.json")))).toEqual(post);
  expect([String(await read("bin/post.js")), String(await read("new.ts"))]).toEqual(["post", "PostError"]);
  expect([await read("logo.png"), String(await read("dist/index.js"))]).toEqual([png, "AcmeError"]);
  await expect(stat(join(root, "bin/acme.js"))).rejects.toThrow("ENOENT");
});
