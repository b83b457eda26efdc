import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "@serviceform/sandbox/server";
import { expect, test } from "vitest";
import type { Report } from "./report.ts";
import { runDrift } from "./run-drift.ts";

const KEY = "sandbox-key";

test("drift calls the sandbox and warns when no key is set", async () => {
  const run = await drift({});
  expect(run).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("SERVICEFORM_API_KEY is not set: calling the sandbox"),
  });
  expect(run.stdout).toMatch(/^The contract 1\.0\.1 against the sandbox[\s\S]*\nNo drift\.\n$/);
  expect(await drift({ SERVICEFORM_API_KEY: KEY }, "--sandbox")).toMatchObject({
    code: 0,
    stdout: run.stdout,
    stderr: "",
  });
});

test("drift exits with 0, 1 or 2 for no drift, drift and failed calls over HTTP", async () => {
  // Messy records have fields that the contract lacks, which is drift.
  const server = await startServer({ apiKey: KEY, messy: false });
  try {
    const env = { SERVICEFORM_API_KEY: KEY, SERVICEFORM_BASE_URL: server.url };
    const sound = await drift(env, "--json");
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    const report = JSON.parse(sound.stdout) as Report;
    expect(report).toMatchObject({
      source: server.url,
      contract: "1.0.1",
      limits: { elements: 200, calls: 10 },
      drift: [],
    });

    server.sandbox.faults.add({ kind: "shape", operation: "listLeads" });
    const drifted = await drift(env, "--limit", "5");
    expect(drifted.code).toBe(1);
    expect(drifted.stdout).toMatch(
      /\nspec\/components\/schemas\/Lead\.yaml\n {2}\w+ is \w+, not \w+: listLeads \[\]\.\w+ 5 of 5\n/,
    );
    expect(server.sandbox.requests.every(({ method, url }) => method === "GET" || url.endsWith("/chats"))).toBe(true);

    const rejected = await drift({ ...env, SERVICEFORM_API_KEY: "another-key" });
    expect(rejected).toMatchObject({ code: 2, stdout: expect.stringContaining("! the API rejected the key with 403") });
    expect(rejected.stdout + rejected.stderr).not.toContain("another-key");
  } finally {
    await server.close();
  }
  const gone = await drift({ SERVICEFORM_API_KEY: KEY, SERVICEFORM_BASE_URL: server.url });
  expect(gone).toMatchObject({ code: 2, stdout: expect.stringContaining("! connection failed (ECONNREFUSED)") });
}, 60_000);

test("drift --help lists every option of the README and calls nothing", async () => {
  const { code, stdout, stderr } = await drift({ SERVICEFORM_BASE_URL: "nowhere" }, "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const options = [...readme.matchAll(/^\| `(--[a-z]+)/gm)].map(([, option]) => option);
  expect(options.length).toBeGreaterThan(2);
  for (const option of options) expect(stdout).toContain(`  ${option} `);
});

test.for([
  [{}, ["--limit", "0"], "--limit must be an integer of at least 1"],
  [{}, ["--limits"], "Unknown option '--limits'"],
  [
    { SERVICEFORM_BASE_URL: "http://127.0.0.1:1" },
    [],
    "SERVICEFORM_API_KEY is not set: it is required to call the API at SERVICEFORM_BASE_URL",
  ],
  [{ SERVICEFORM_API_KEY: KEY, SERVICEFORM_BASE_URL: "http://example.test" }, [], "allowInsecureHttp"],
  [{ SERVICEFORM_API_KEY: KEY, SERVICEFORM_BASE_URL: "nowhere" }, [], "baseUrl"],
  [{ SERVICEFORM_API_KEY: "a\nb" }, [], "apiKey"],
] as const)("drift exits with 2 and one error line for %j and %j", async ([env, args, sentence]) => {
  const run = await drift(env, ...args);
  expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
  expect(run.stderr.trim().split("\n").length).toBe(1);
});

async function drift(env: Record<string, string>, ...args: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await runDrift(args, env, {
    stdout(text) {
      stdout += text;
    },
    stderr(text) {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}
