import { execFileSync } from "node:child_process";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { renameTree } from "./rename-tree.ts";
import { acme } from "./testing/acme.ts";

const post = { ...acme, title: "Post", scope: "@post", className: "Post", command: "post", environment: "POST" };
const png = Buffer.concat([Buffer.from([0x89, 0]), Buffer.from("acme")]);

test("renameTree renames content and names of all files that git does not ignore, except deleted ones", async () => {
  await using folder = await createFolder({
    "spec/product.json": JSON.stringify(acme),
    "bin/acme.js": "acme",
    "gone.ts": "acme",
    ".gitignore": "dist\n",
    "dist/index.js": "AcmeError",
  });
  const root = folder.path;
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root });
  const read = (file: string) => readFile(join(root, file));
  await writeFile(join(root, "logo.png"), png);
  git("init", "--quiet");
  git("add", "--all");
  await rm(join(root, "gone.ts"));
  await writeFile(join(root, "new.ts"), "AcmeError");

  expect(await renameTree(root, post)).toBe(3);
  expect(JSON.parse(String(await read("spec/product.json")))).toEqual(post);
  expect([String(await read("bin/post.js")), String(await read("new.ts"))]).toEqual(["post", "PostError"]);
  expect([await read("logo.png"), String(await read("dist/index.js"))]).toEqual([png, "AcmeError"]);
  await expect(stat(join(root, "bin/acme.js"))).rejects.toThrow("ENOENT");
});
