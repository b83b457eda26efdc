import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}/README.md`, "utf8");
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);

test("the README has three blocks of code", () => expect(blocks).toHaveLength(3));

test.each(blocks)("a block of the README runs as it is and prints what it says: %#", async (code) => {
  // Run in the package's own folder, where its name resolves to what is built.
  const args = ["--input-type=module-typescript", "--eval", code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const said = [...code.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map(([, comment = ""]) => comment);
  expect(stdout.replaceAll("'", '"').trim().split("\n")).toEqual(said);
});
