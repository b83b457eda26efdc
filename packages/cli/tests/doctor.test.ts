import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { type Operation, operationTable } from "@serviceform/types";
import { type OperationId, operations } from "@serviceform/types/describe";
import { expect, onTestFinished, test, vi } from "vitest";
import { checkClock, checkNode, checkProxy } from "../src/doctor/check-machine.js";
import { checkOperations } from "../src/doctor/check-operations.js";
import { type CheckResult, toFailure } from "../src/doctor/check-result.js";
import { runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

/** Status and check of each line. */
function readLines(stdout: string): readonly string[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.split(/ {2,}/).slice(0, 2).join(" "));
}

/** Noun and verb of each operation that reads. */
const OPERATIONS = (Object.keys(operationTable) as OperationId[])
  .filter((id) => !operationTable[id].writes)
  .map((id) => `${operations[id].noun} ${operations[id].verb}`);

/** Those that need the ID of a record. */
const WAITING = (Object.keys(operationTable) as OperationId[])
  .filter((id) => operationTable[id].pathKeys.length > 0)
  .map((id) => `${operations[id].noun} ${operations[id].verb}`);

/** Those that cannot be called: no list has the values of their paths, or they respond with events. */
const UNCALLED = (Object.keys(operationTable) as OperationId[])
  .filter((id) => operationTable[id].responseBody === "events" || !isListed(operationTable[id]))
  .map((id) => `${operations[id].noun} ${operations[id].verb}`);

function isListed({ path }: Operation): boolean {
  const lists = Object.values(operationTable).filter(({ responseBody, writes }) => responseBody === "array" && !writes);
  return [...path.matchAll(/\/\{/g)].every(({ index }) => lists.some((list) => list.path === path.slice(0, index)));
}

test("doctor checks the machine, the connection and every operation that does not write", async () => {
  await using server = await serveSandbox();
  const { exitCode, stdout, stderr } = await runCli(["doctor"], { env: server.env });
  const checks = ["Node.js", "proxy", "key", "host", "clock", ...OPERATIONS];
  const lines = readLines(stdout);
  const toLine = (check: string): string => `${UNCALLED.includes(check) ? "warn" : "ok"} ${check}`;
  expect(lines.toSorted()).toEqual(checks.map(toLine).toSorted());
  // Only an operation that waits for the ID of a record is checked later than its place in the contract.
  const waits = (line: string): boolean => WAITING.includes(line.replace(/^\w+ /, ""));
  const inOrder = checks.filter((check) => !WAITING.includes(check)).map(toLine);
  expect(lines.filter((line) => !waits(line))).toEqual(inOrder);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).not.toContain("sf_test_key");
});

test("an operation that needs the ID of a record is checked after the list that has one", async () => {
  const client = createClient({ apiKey: "sf_sandbox_key", fetch: createSandbox().fetch });
  const reversed = (Object.keys(operationTable) as OperationId[]).toReversed();
  const results: CheckResult[] = [];
  for await (const result of checkOperations(client, undefined, reversed)) results.push(result);
  expect(results.map(({ check }) => check).toSorted()).toEqual(OPERATIONS.toSorted());
  expect(results.filter(({ status }) => status !== "ok").map(({ check }) => check)).toEqual(UNCALLED.toReversed());
});

test("doctor --json prints one array, and works with the sandbox in memory", async () => {
  const { exitCode, stdout } = await runCli(["doctor", "--sandbox", "--json"]);
  const checks: readonly { check: string; status: string }[] = JSON.parse(stdout);
  expect(checks.filter(({ status }) => status === "fail")).toEqual([]);
  expect(checks.map(({ check }) => check)).toEqual(expect.arrayContaining(OPERATIONS));
  expect(Object.keys(checks[0] ?? {})).toEqual(["status", "check", "message"]);
  expect(exitCode).toBe(0);
});

test("doctor without a key exits with 1 and sends nothing", async () => {
  const { exitCode, stdout } = await runCli(["doctor"], { env: { HOME: "/nonexistent" } });
  expect(readLines(stdout).at(-1)).toBe("fail key");
  expect(exitCode).toBe(1);
});

test("doctor with a key that the API rejects exits with 4 after all other checks", async () => {
  await using server = await serveSandbox();
  const env = { ...server.env, SERVICEFORM_API_KEY: "sf_other_key" };
  const { exitCode, stdout } = await runCli(["doctor"], { env });
  expect(readLines(stdout)).toEqual(expect.arrayContaining(["ok host", "fail spaces list", "fail leads list"]));
  expect(readLines(stdout)).toContain("warn items list");
  expect(exitCode).toBe(4);
  expect(stdout).not.toContain("sf_other_key");
});

test("doctor names the variable for an authority that Node.js does not trust", () => {
  const failure = (code: string) =>
    toFailure("host", new Error(`connection failed (${code}): listSpaces`, { cause: { code } })).message;
  const advice = "set NODE_EXTRA_CA_CERTS to the certificate of your authority, in PEM";
  for (const code of ["SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"])
    expect(failure(code)).toBe(`connection failed (${code}): listSpaces; ${advice}`);
  expect(failure("ECONNRESET")).toBe("connection failed (ECONNRESET): listSpaces");
});

test("doctor ends at a host that does not respond", async () => {
  const server = await serveSandbox();
  await server[Symbol.asyncDispose]();
  const { exitCode, stdout } = await runCli(["doctor"], { env: server.env });
  expect(readLines(stdout).at(-1)).toBe("fail host");
  expect(stdout).toContain("(ECONNREFUSED)");
  expect(readLines(stdout)).toHaveLength(4);
  expect(exitCode).toBe(1);
});

test("doctor names a failed operation and continues", async () => {
  await using server = await serveSandbox();
  server.sandbox.faults.add({ kind: "status", status: 500, operation: "listLeads" });
  const { exitCode, stdout } = await runCli(["doctor"], { env: server.env });
  expect(readLines(stdout)).toEqual(expect.arrayContaining(["fail leads list", "ok chats list"]));
  expect(exitCode).toBe(1);
});

test("doctor names the field of a record that differs from the contract, without its value", async () => {
  vi.stubGlobal("fetch", async () => Response.json([{ id: 7, name: "Secret" }]));
  onTestFinished(() => void vi.unstubAllGlobals());
  const env = { SERVICEFORM_API_KEY: "sf_test_key", SERVICEFORM_BASE_URL: "http://127.0.0.1:1" };
  const { exitCode, stdout } = await runCli(["doctor"], { env });
  expect(stdout).toMatch(/^warn {2}spaces list +a record differs from the contract: \/id must be string, not number/m);
  expect(stdout).not.toContain("Secret");
  expect(exitCode).toBe(1);
});

test.for([
  ["20.18.3", "fail"],
  ["20.19.0", "ok"],
  ["24.0.0", "ok"],
] as const)("Node.js %s is %s", ([version, status]) => {
  expect(checkNode(version)).toMatchObject({ status });
});

const PROXY = { HTTPS_PROXY: "http://user:secret@proxy.test" };
test.for([
  [{}, "20.19.0", "ok", "no proxy variable is set"],
  [PROXY, "24.0.0", "warn", "HTTPS_PROXY is set, and Node.js ignores it; set NODE_USE_ENV_PROXY=1"],
  [{ ...PROXY, NODE_USE_ENV_PROXY: "1" }, "24.0.0", "ok", "HTTPS_PROXY is used"],
  [{ ...PROXY, NODE_USE_ENV_PROXY: "1" }, "22.21.0", "ok", "HTTPS_PROXY is used"],
  [{ ...PROXY, NODE_USE_ENV_PROXY: "1" }, "23.11.0", "warn", "Node.js ignores it; install Node.js 24"],
  [{ ...PROXY, NODE_USE_ENV_PROXY: "1" }, "20.19.0", "warn", "Node.js ignores it; install Node.js 24"],
] as const)("proxy variables %j on Node.js %s are %s", ([env, version, status, message]) => {
  const result = checkProxy(env, version);
  expect(result).toMatchObject({ status, message: expect.stringContaining(message) });
  expect(result.message).not.toContain("secret");
});

test("a proxy variable is named once on Windows, which finds it by any case", () => {
  const env = new Proxy(PROXY, { get: (target, name) => Reflect.get(target, String(name).toUpperCase()) });
  expect(checkProxy(env, "24.0.0").message).toMatch(/^HTTPS_PROXY is set/);
});

test.for([
  [0, "ok", "within 30 s"],
  [-30, "ok", "within 30 s"],
  [31, "warn", "31 s ahead of"],
  [-90, "warn", "90 s behind"],
] as const)("a clock that differs by %i s is %s", ([seconds, status, message]) => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const date = new Date(now - seconds * 1000).toUTCString();
  expect(checkClock(date, now)).toMatchObject({ status, message: expect.stringContaining(message) });
});

test("the clock is not compared with a response without a date", () => {
  expect(checkClock(null, 0)).toMatchObject({ status: "warn" });
});
