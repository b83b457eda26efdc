import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { startServer } from "@serviceform/sandbox/server";
import { expect, test } from "vitest";

/** 20 MB: more than fits into all buffers between sandbox and reader. */
const MANY = 20_000;
const CONCURRENT = { concurrent: true };

test("writes every lead on its own line, and prints their number", CONCURRENT, async () => {
  await using run = await start(1_500);
  const [leads, stderr] = await Promise.all([readLeads(run.child.stdout), text(run.child.stderr)]);
  expect(leads).toEqual([...run.sandbox.store.leads]);
  expect(stderr).toBe("\r1000 leads\r1500 leads\n");
  expect(await run.code).toBe(0);
});

test("reads no faster than its output is read, and an interrupt leaves whole lines", CONCURRENT, async () => {
  await using run = await start(MANY);
  await once(run.child.stdout, "readable");
  run.child.kill("SIGINT");
  const [leads, stderr] = await Promise.all([readLeads(run.child.stdout), text(run.child.stderr)]);
  expect(leads.length).toBeGreaterThan(0);
  expect(leads.length).toBeLessThan(MANY / 2);
  expect(stderr).toMatch(new RegExp(`\r${leads.length} leads\n$`));
  expect(await run.code).toBe(130);
});

test("ends without an error when its reader stops", CONCURRENT, async () => {
  await using run = await start(MANY);
  await once(run.child.stdout, "readable");
  run.child.stdout.destroy();
  expect(await text(run.child.stderr)).toBe("");
  expect(await run.code).toBe(0);
});

test("prints the error", CONCURRENT, async () => {
  await using run = await start(10, "expired");
  const [leads, stderr] = await Promise.all([readLeads(run.child.stdout), text(run.child.stderr)]);
  expect(leads).toEqual([]);
  expect(stderr).toMatch(/^\r0 leads, then: .*401.*listLeads GET/);
  expect(await run.code).toBe(1);
});

async function start(leadCount: number, key = "sf_sandbox_key") {
  const { sandbox, url, close } = await startServer({ port: 0, leadCount });
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    [join(import.meta.dirname, "export-leads.ts")],
    { env: { SERVICEFORM_BASE_URL: url, SERVICEFORM_API_KEY: key }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const code = once(child, "close").then(([code]) => code);
  const dispose = async () => {
    child.kill("SIGKILL");
    await code;
    await close();
  };
  return { sandbox, child, code, [Symbol.asyncDispose]: dispose };
}

async function readLeads(stream: Readable): Promise<unknown[]> {
  const whole = await text(stream);
  if (whole !== "") expect(whole.at(-1)).toBe("\n");
  return whole
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
