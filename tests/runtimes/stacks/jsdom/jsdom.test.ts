import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/run.ts";
import { createProject } from "../create-project.ts";
import { apiKey } from "../installed.ts";
import { startSandbox } from "../start-sandbox.ts";

const LIMIT_MS = 100_000;

test("tests in Vitest 3.2 with jsdom 26 call the sandbox in memory, or over a socket without jsdom's signals", async () => {
  await using api = await startSandbox();
  await using project = await createProject("jsdom-26", join(import.meta.dirname, "project"));
  const vitest = join(project.folder, "node_modules/vitest/vitest.mjs");
  const env = { SERVICEFORM_API_KEY: apiKey, SERVICEFORM_BASE_URL: api.url };
  const { code, stdout, stderr } = await run(process.execPath, [vitest, "run"], project.folder, LIMIT_MS, env);
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/Tests +4 passed/);
});
