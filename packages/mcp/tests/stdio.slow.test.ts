import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { callTool, itemsOf, readResponse } from "./connect.js";
import { BIN, ENV, startOverStdio } from "./start-over-stdio.js";

test.for([
  { mode: "legacy", version: "2025-11-25" },
  { mode: "auto", version: "2026-07-28" },
] as const)("the official client works over stdio with protocol $version", async ({ mode, version }) => {
  const client = await startOverStdio(["--sandbox", "--write", "--delete"], { versionNegotiation: { mode } });
  expect(client.getNegotiatedProtocolVersion()).toBe(version);
  const list = await client.listTools();
  expect(Buffer.byteLength(JSON.stringify(list))).toBeLessThanOrEqual(8192);
  const { tools } = list;
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["list_leads", "create_item", "export_records"]),
  );
  expect(itemsOf(readResponse(await callTool(client, "list_leads")))).toHaveLength(20);
  await client.close();
});

test.for(["legacy", "auto"] as const)("a deletion over stdio requires confirmation in %s mode", async (mode) => {
  let questions = 0;
  const client = await startOverStdio(["--sandbox", "--write", "--delete"], {
    versionNegotiation: { mode },
    capabilities: { elicitation: {} },
    setUp: (own) =>
      own.setRequestHandler("elicitation/create", () => {
        questions += 1;
        return { action: "accept", content: {} };
      }),
  });
  const spaceId = "space-customers";
  const { data } = readResponse(await callTool(client, "create_item", { spaceId, primary_field: "New" }));
  const response = readResponse(await callTool(client, "delete_item", { spaceId, itemId: data.id }));
  expect(response.text).toContain("Deleted: delete_item");
  expect(questions).toBe(1);
  await client.close();
});

/** Lines for a server that is started without a client library. */
const INITIALIZE = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } },
};

test("stdout has protocol messages only, even when a dependency prints, and the process ends with stdin", async () => {
  const noise =
    "data:text/javascript,setInterval(()=>{console.log('noise');console.info('noise');process.emitWarning('noise')},5)";
  const child = spawn(process.execPath, ["--import", noise, BIN, "--sandbox"], { env: ENV });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  // It has loaded at the first output on stderr; from then on, stdout has protocol messages only.
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (text.includes("noise\n") && resolve()));
  });
  const responded = async (id: number): Promise<void> => {
    while (!out.includes(`"id":${id}`)) await once(child.stdout, "data");
  };
  child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
  await responded(1);
  const call = { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name: "list_spaces" } };
  child.stdin.write(`${JSON.stringify(call)}\n`);
  await responded(2);
  child.stdin.end();
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  const lines = out.slice(out.indexOf("{")).trim().split("\n");
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
});

test("a host that has closed stderr is served further", async () => {
  const child = spawn(process.execPath, [BIN, "--sandbox"], { env: ENV });
  child.stderr.destroy();
  // Each of these lines is an error that is printed on stderr.
  child.stdin.write(`${JSON.stringify(INITIALIZE)}\n[]\n[]\n`);
  await once(child.stdout, "data");
  child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 2, method: "ping" })}\n`);
  const [text] = await Promise.race([once(child.stdout.setEncoding("utf8"), "data"), once(child, "exit")]);
  expect(text).toBe('{"result":{},"jsonrpc":"2.0","id":2}\n');
  child.stdin.end();
  await once(child, "exit");
});

test("an export that the end of the process interrupts leaves no file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mcp-exports-"));
  let respond = (): void => {};
  const requested = new Promise<void>((resolve) => {
    respond = resolve;
  });
  const api = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write('[{"id":"lead-1"},');
    respond();
  });
  await once(api.listen(0, "127.0.0.1"), "listening");
  const { port } = api.address() as AddressInfo; // A server on a port has one.
  const flags = ["--base-url", `http://127.0.0.1:${port}`];
  const child = spawn(process.execPath, [BIN, ...flags], {
    env: { ...ENV, TMPDIR: folder, SERVICEFORM_API_KEY: "sf_key" },
  });
  const params = { name: "export_records", arguments: { stream: "leads", format: "csv" } };
  child.stdin.write(
    `${JSON.stringify(INITIALIZE)}\n${JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/call", params })}\n`,
  );
  await requested;
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(await readdir(folder)).toEqual([]);
  api.closeAllConnections();
  api.close();
  await rm(folder, { recursive: true });
});

test("compiled code is kept where no other user of the machine can write, and not in the current folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mcp-caches-"));
  const [home, caches, temporary] = ["home", "caches", "temporary"].map((name) => join(folder, name)) as [
    string,
    ...string[],
  ];
  for (const own of [{}, { XDG_CACHE_HOME: caches }, { XDG_CACHE_HOME: "relative" }]) {
    const env = { ...ENV, HOME: home, ...own, TMPDIR: temporary };
    spawnSync(process.execPath, [BIN, "--sandbox"], { input: "", env, cwd: folder });
  }
  const written = await readdir(folder, { recursive: true });
  expect(written.filter((file) => /serviceform$|temporary/.test(file)).sort()).toEqual([
    "caches/serviceform",
    "home/.cache/serviceform",
  ]);
  await rm(folder, { recursive: true });
});

test("a byte order mark and ends of lines as on Windows are accepted", () => {
  const ping = JSON.stringify({ jsonrpc: "2.0", id: 2, method: "ping" });
  const input = `\ufeff${JSON.stringify(INITIALIZE)}\r\n${ping}\r\n`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, "--sandbox"], { input, env: ENV });
  const ids = String(stdout)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect({ ids, stderr: String(stderr), status }).toEqual({ ids: [1, 2], stderr: "", status: 0 });
});

test.for(["[]", "42", '{"jsonrpc":"1.0","id":1,"method":"ping"}'])(
  "the line %s is ignored, with one sentence on stderr",
  (line) => {
    const input = `${line}\n${JSON.stringify(INITIALIZE)}\n`;
    const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, "--sandbox"], { input, env: ENV });
    expect(JSON.parse(String(stdout))).toMatchObject({ id: 1, result: {} });
    expect(String(stderr)).toBe("error: a line of stdin must be one JSON-RPC message; it was ignored\n");
    expect(status).toBe(0);
  },
);

test("each request of a batch is responded to, with protocol 2025-03-26", () => {
  const initialize = { ...INITIALIZE, params: { ...INITIALIZE.params, protocolVersion: "2025-03-26" } };
  const batch = [2, 3].map((id) => ({ jsonrpc: "2.0", id, method: "ping" }));
  const input = `${JSON.stringify(initialize)}\n${JSON.stringify(batch)}\n`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, "--sandbox"], { input, env: ENV });
  const lines = String(stdout).trim().split("\n");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: 1, result: { protocolVersion: "2025-03-26" } });
  expect(lines.slice(1).map((line) => JSON.parse(line))).toMatchObject([
    { id: 2, result: {} },
    { id: 3, result: {} },
  ]);
  expect({ stderr: String(stderr), status }).toEqual({ stderr: "", status: 0 });
});

test("a line of more than 10 MB ends the process with 1, and one sentence on stderr", () => {
  const input = `${JSON.stringify({ ...INITIALIZE, padding: "x".repeat(11_000_000) })}\n`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, "--sandbox"], { input, env: ENV });
  expect({ stdout: String(stdout), status }).toEqual({ stdout: "", status: 1 });
  expect(String(stderr)).toMatch(/^error: [^\n]*exceeded maximum size[^\n]*\n$/);
});

test.for([
  { flags: ["--nope"], message: 'unknown flag "--nope"; --help lists them' },
  { flags: ["leads"], message: 'unknown argument "leads"' },
  { flags: ["--personal"], message: "--personal must have a value" },
  { flags: ["--personal", "some"], message: "personal must be full, masked or none" },
  { flags: ["--max-bytes", "x"], message: "--max-bytes must be an integer from 0 to 9007199254740991" },
  { flags: ["--tools", "nope"], message: 'unknown tool "nope"; expected list_spaces, ' },
  { flags: ["--http", "70000"], message: "--http must be an integer from 0 to 65535" },
  { flags: ["--token-env", "TOKEN"], message: "--token-env must be given with --http" },
  { flags: ["--http", "0", "--token-env", "TOKEN"], message: "environment variable TOKEN must hold the token" },
  { flags: ["--http", "0", "--mirror", "x.db"], message: "--mirror must not be combined with --http" },
  { flags: ["--key", "sf_secret"], message: "--key must not be given" },
  { flags: ["--write=yes"], message: "--write must not have a value" },
])("$flags exits with 2 and one sentence on stderr", async ({ flags, message }) => {
  const { stdout, stderr, status } = runBin(["--sandbox", ...flags]);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^error: [^\n]*\n$/);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("sf_secret");
});

test.for(["--help", "-h"])("%s prints the flags", (flag) => {
  expect(runBin([flag])).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("--max-bytes <") });
});

test("--version prints the version", () => {
  expect(runBin(["--version"]).stdout).toBe(`${manifest.version}\n`);
});

test.skipIf(!existsSync("/dev/full")).for([
  { flags: ["--help"], input: "" },
  { flags: ["--sandbox"], input: `${JSON.stringify(INITIALIZE)}\n` },
])("$flags with a full disk behind stdout exits with 1", ({ flags, input }) => {
  const full = openSync("/dev/full", "w");
  const { stderr, status } = spawnSync(process.execPath, [BIN, ...flags], {
    input,
    stdio: ["pipe", full, "pipe"],
    env: ENV,
  });
  closeSync(full);
  expect({ stderr: String(stderr), status }).toEqual({
    stderr: expect.stringMatching(/^error: [^\n]*ENOSPC[^\n]*\n$/),
    status: 1,
  });
});

test("a start without a key exits with 2", () => {
  const { stdout, stderr, status } = runBin([]);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(/^error: a key is required; set SERVICEFORM_API_KEY, or use --profile/);
});

function runBin(flags: readonly string[]) {
  return spawnSync(process.execPath, [BIN, ...flags], { encoding: "utf8", env: ENV });
}
