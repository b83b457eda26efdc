import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findInstalled } from "../../src/find-installed.ts";
import { NODE_BINARY, nodeLines, nodeProgram } from "../../src/node-program.ts";
import { run } from "../../src/run.ts";

const BIN = resolve(import.meta.dirname, "../../../../packages/cli/bin/serviceform.js");
const LIMIT_MS = 60_000;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "commands-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs `serviceform` on a version of Node.js; it must not warn, since cron mails what a command prints to stderr. */
async function call(node: string, command: string) {
  const { code, stdout, stderr } = await run(node, [BIN, ...command.split(" ")], folder, LIMIT_MS, {});
  expect([code, stderr], command).toEqual([0, ""]);
  return stdout;
}

test.for(["sqlite:mirror.db", "parquet:lake"])(
  "the mirror %s is written, read and purged on the oldest Node.js that it supports",
  async (target) => {
    const sync = async (command: string) =>
      call(await findInstalled("node-22.13", NODE_BINARY), `sync ${command} --to ${target} --quiet`);
    expect(await sync("run --sandbox --sandbox-leads 500")).toContain("leads: done, 500 seen, 500 inserted");
    expect(await sync("verify --sandbox --sandbox-leads 500")).toContain("leads: 0 missing, 0 extra, 0 different");
    const again = await sync("run --sandbox --sandbox-leads 400 --full --allow-mass-delete --erase-after 0d");
    expect(again).toMatch(/^leads: done, 400 seen, 0 inserted, \d+ updated, 100 deleted/);
    expect(await sync("status --streams leads")).toMatch(/^default leads: done, run \d+, /);
    expect((await sync("diff --since 0 --streams leads")).match(/\n/g)).toHaveLength(400);
    expect((await sync("asof now --stream leads")).match(/\n/g)).toHaveLength(400);
    expect(await sync("purge --lead lead-1")).toMatch(/^\d+ records? removed\n$/);
  },
);

test("the other commands run on the oldest Node.js of all packages", async () => {
  const [line = ""] = nodeLines;
  const node = await nodeProgram(line);
  expect(await call(node, "leads list --sandbox --limit 1 --fields id")).toBe('{"id":"lead-1"}\n');
  await call(node, "leads export leads.xlsx --sandbox --quiet");
  await call(node, "leads export leads.parquet --sandbox --quiet");
  expect(await call(node, "mcp --help")).toContain("--personal");
});
