import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { type CliResult, runCli } from "./run-cli.js";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox.js";

let folder = "";
let file = "";
let server: ServedSandbox;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "part-"));
  file = join(folder, "leads.csv");
  server = await serveSandbox({ leadCount: 2 });
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

function exportLeads(...flags: string[]) {
  return runCli(["leads", "export", file, "--retries", "0", ...flags], { env: server.env });
}

test("a second export to the same file exits with 75, names the lock and changes no file", async () => {
  await writeFile(`${file}.part.lock`, String(process.ppid));
  await writeFile(`${file}.part`, "of the first");
  for (const flags of [[], ["--resume"]]) {
    const { exitCode, stderr } = await exportLeads(...flags);
    expect([exitCode, stderr]).toEqual([
      75,
      expect.stringContaining(`process ${process.ppid} holds ${file}.part.lock`),
    ]);
  }
  expect(await readFile(`${file}.part`, "utf8")).toBe("of the first");
  expect(await readdir(folder)).toEqual(["leads.csv.part", "leads.csv.part.lock"]);
  expect(server.sandbox.requests).toEqual([]);
});

test("an export has the lock from before its request until it ends", async () => {
  let second: CliResult | undefined;
  const slow = createServer(async (_, response) => {
    second = await exportLeads();
    response.setHeader("content-type", "application/json").end('[{"id":"lead-of-the-first"}]');
  });
  await once(slow.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void slow.close());
  // The address of a server that listens on a port.
  const { port } = slow.address() as AddressInfo;
  const env = { ...server.env, SERVICEFORM_BASE_URL: `http://127.0.0.1:${port}` };
  const first = await runCli(["leads", "export", file, "--fields", "id"], { env });
  expect([first.exitCode, second?.exitCode]).toEqual([0, 75]);
  expect(await readFile(file, "utf8")).toBe("id\r\nlead-of-the-first\r\n");
  expect(await readdir(folder)).toEqual(["leads.csv"]);
});

test("an export removes its lock if it fails or is interrupted", async () => {
  server.sandbox.faults.add({ kind: "status", status: 500, times: 1 });
  expect((await exportLeads()).exitCode).toBe(1);
  expect(await readdir(folder)).not.toContain("leads.csv.part.lock");

  const argv = ["leads", "export", file];
  const { exitCode } = await runCli(argv, { env: server.env, signal: AbortSignal.abort() });
  expect(exitCode).toBe(130);
  expect(await readdir(folder)).not.toContain("leads.csv.part.lock");
});
