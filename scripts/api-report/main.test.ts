import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTree } from "./testing/create-tree.ts";

/** Three processes, each of which loads a compiler. */
const SLOW = { timeout: 300_000 };

test("api --check shows changed and removed signatures and the command that accepts them", SLOW, async () => {
  await using tree = await createTree();
  expect(await run("--root", tree.root)).toEqual({
    code: 0,
    output: "Changed in api-reports: pet.d.ts, pet.server.d.ts.\n",
  });
  expect(await run("--root", tree.root, "--check")).toEqual({ code: 0, output: "" });
  await tree.edit("dist/options.d.ts", "seed?: number", "seed?: number | string");
  await tree.edit("package.json", "./server", "./node");
  const { code, output } = await run("--root", tree.root, "--check");
  expect(code).toBe(1);
  expect(output).toContain("-     readonly seed?: number;\n+     readonly seed?: number | string;\n");
  expect(output).toContain(
    "Stale in api-reports: pet.d.ts, pet.node.d.ts, pet.server.d.ts. To accept this, run: npx -y",
  );
});

function run(...args: string[]): Promise<{ code: number; output: string }> {
  const main = join(import.meta.dirname, "main.ts");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr });
    });
  });
}
