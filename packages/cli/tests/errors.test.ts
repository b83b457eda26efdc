import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { assertNode, missingPackage } from "../src/commands/run-package.js";
import { runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

test.for([
  [["leads", "lst"], 'unknown command "lst"; did you mean `list`?'],
  [["leads", "list", "--limt", "1"], 'unknown flag "--limt"; did you mean --limit?'],
  [["items", "list", "--space", "s"], 'unknown flag "--space"; did you mean --space-id?'],
  [["leads", "list", "--limit", "x"], "--limit must be an integer of at least 1"],
  [
    ["items", "import", "a.csv", "--space", "s", "--title", "Name", "--settle-delay", "86401"],
    "--settle-delay must be an integer from 0 to 86400",
  ],
  [["leads", "list", "--fields", "id,mail"], 'unknown field "mail"; expected id, name,'],
  [["leads", "list", "--where", "mail = x"], 'unknown field "mail"; expected id, name,'],
  [["leads", "list", "--limit"], "--limit must have a value"],
  [["leads", "list", "--limit", "--quiet"], "--limit must have a value"],
  [["leads", "export", "--fields=", "leads.csv"], "--fields must have a value"],
  [["items", "list"], "--space-id is required"],
  [["items", "import", "a.csv", "--title", "Name"], "--space is required"],
  [["chats", "list", "--start-time", "soon"], "--start-time must be a time"],
  [["api", "listLead"], `unknown operation "listLead"; expected ${Object.keys(operationTable)[0]},`],
  [["api", "listLeads", "--input", "{"], "--input must be JSON"],
  [["leads", "list", "--sandbox", "--base-url", "https://x.example"], "--sandbox must not be combined with --base-url"],
  [["leads", "list"], "a key is required"],
  [["leads", "list", "--profile", "acme", "--key-env", "X"], "--profile must not be combined with --key-env"],
] as const)("%j is a usage error", async ([argv, message]) => {
  const { exitCode, stdout, stderr } = await runCli(argv, { env: { HOME: "/nonexistent" } });
  expect(stderr).toContain(`error: ${message}`);
  expect([exitCode, stdout]).toEqual([2, ""]);
});

test("--key is rejected without its value", async () => {
  const { exitCode, stderr } = await runCli(["leads", "list", "--key", "sf_secret"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("--key must not be given");
  expect(stderr).not.toContain("sf_secret");
});

test.for([
  [400, 6],
  [401, 4],
  [403, 4],
  [404, 5],
  [422, 6],
  [429, 7],
  [500, 1],
] as const)("status %i ends with %i", async ([status, exitCode]) => {
  await using server = await serveSandbox();
  server.sandbox.faults.add({ kind: "status", status });
  const argv = ["spaces", "list", "--retries", "0", "--json"];
  const result = await runCli(argv, { env: server.env });
  expect(result.exitCode).toBe(exitCode);
  const [, message] = /^error: (API responded with .*)\n$/.exec(result.stderr) ?? [];
  expect(JSON.parse(result.stdout)).toEqual({
    error: { name: "ApiError", message, status, operation: "listSpaces", mayHaveSucceeded: false },
  });
});

test("a timeout ends with 7", async () => {
  await using server = await serveSandbox();
  server.sandbox.faults.add({ kind: "stall", after: "nothing" });
  const { exitCode } = await runCli(["spaces", "list", "--timeout", "20", "--retries", "0"], { env: server.env });
  expect(exitCode).toBe(7);
});

test("an interruption ends with 130 and stops the download", async () => {
  const controller = new AbortController();
  const server = createServer(() => controller.abort()).listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address with it.
  const { port } = server.address() as AddressInfo;
  const env = { SERVICEFORM_API_KEY: "sf_test_key", SERVICEFORM_BASE_URL: `http://127.0.0.1:${port}` };
  const result = runCli(["leads", "list"], { env, signal: controller.signal });
  expect(await result).toMatchObject({ exitCode: 130, stderr: "error: interrupted\n" });
  // Once no connection is open.
  await promisify(server.close.bind(server))();
});

test("with --json an interruption is a document too", async () => {
  const { stdout } = await runCli(["leads", "list", "--sandbox", "--json"], { signal: AbortSignal.abort() });
  expect(JSON.parse(stdout)).toEqual({ error: { name: "Interrupted", message: "interrupted" } });
});

test("the message of an error in JSON has its control characters escaped", async () => {
  const { stdout } = await runCli(["api", "list\u009b\u202eLeads", "--json"]);
  expect(stdout).not.toMatch(/[\u009b\u202e]/);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { name: "UsageError", message: expect.stringContaining('unknown operation "list\u009b\u202eLeads"') },
  });
});

test("sync on an old Node.js names the version that it needs", () => {
  expect(() => assertNode("sync", "20.20.2")).toThrow("serviceform sync needs Node.js 22.13 or newer; this is 20.20.2");
  expect(() => assertNode("sync", "22.12.0")).toThrow();
  for (const version of ["22.13.0", "24.0.0"]) expect(() => assertNode("sync", version)).not.toThrow();
});

test("a missing optional package is an error with an install command that the global command finds", () => {
  expect(missingPackage("sync").message).toBe(
    "serviceform sync needs @serviceform/sync beside @serviceform/cli; npm install --global @serviceform/cli @serviceform/sync, or both in a project",
  );
});
