import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "main.ts");

test("the command names a document that it cannot open, and compares the others", async () => {
  const run = promisify(execFile)(process.execPath, [MAIN, "missing.yaml", "fixtures/openapi.yaml"], {
    env: { ...process.env, INIT_CWD: import.meta.dirname },
  });
  const { code, stdout, stderr } = await run.catch((error) => error);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^missing\.yaml: ENOENT: no such file or directory, open .*\n$/),
  ]);
  expect(stdout).toMatch(/^openapi\.yaml: \d+ of \d+ operations accepted .* 0 wrong/);
});
