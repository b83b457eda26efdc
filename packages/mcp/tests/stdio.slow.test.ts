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
import { callTool, itemsOf } from "./connect.js";
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
  expect(itemsOf(await callTool(client, "list_leads"))).toHaveLength(20);
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
  const { data } = await callTool(client, "create_item", { spaceId, primary_field: "New" });
  const response = await callTool(client, "delete_item", { spaceId, itemId: data.id });
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
const PING = { jsonrpc: "2.0", id: 2, method: "ping" };

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
  child.stdin.write(toLines(INITIALIZE));
  await responded(1);
  child.stdin.write(toLines({ ...PING, method: "tools/call", params: { name: "list_spaces" } }));
  await responded(2);
  child.stdin.end();
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(parseLines(out.slice(out.indexOf("{")))).toMatchObject([{ jsonrpc: "2.0" }, { jsonrpc: "2.0" }]);
});

test("a host that has closed stderr is served further", async () => {
  const child = spawn(process.execPath, [BIN, "--sandbox"], { env: ENV });
  child.stderr.destroy();
  // Each of these lines is an error that is printed on stderr.
  child.stdin.write(toLines(INITIALIZE, [], []));
  await once(child.stdout, "data");
  child.stdin.write(toLines(PING));
  const [text] = await Promise.race([once(child.stdout.setEncoding("utf8"), "data"), once(child, "exit")]);
  expect(text).toBe('{"result":{},"jsonrpc":"2.0","id":2}\n');
  child.stdin.end();
  await once(child, "exit");
});

test("an export that the end of the process interrupts leaves no file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mcp-exports-"));
  const api = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write('[{"id":"lead-1"},');
  });
  await once(api.listen(0, "127.0.0.1"), "listening");
  const requested = once(api, "request");
  const { port } = api.address() as AddressInfo; // A server on a port has one.
  const flags = ["--base-url", `http://127.0.0.1:${port}`];
  const child = spawn(process.execPath, [BIN, ...flags], {
    env: { ...ENV, TMPDIR: folder, SERVICEFORM_API_KEY: "sf_key" },
  });
  const params = { name: "export_records", arguments: { stream: "leads", format: "csv" } };
  child.stdin.write(toLines(INITIALIZE, { ...PING, method: "tools/call", params }));
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
  const { stdout, ...end } = runBin(["--sandbox"], `\ufeff${toLines(INITIALIZE, PING).replaceAll("\n", "\r\n")}`);
  expect(parseLines(stdout)).toMatchObject([{ id: 1 }, { id: 2 }]);
  expect(end).toEqual({ stderr: "", status: 0 });
});

test("a line that is no message is ignored, with one sentence on stderr", () => {
  const lines = ["[]", "42", '{"jsonrpc":"1.0","id":1,"method":"ping"}'];
  const { stdout, ...end } = runBin(["--sandbox"], `${lines.join("\n")}\n${toLines(INITIALIZE)}`);
  expect(parseLines(stdout)).toMatchObject([{ id: 1, result: {} }]);
  const sentence = "error: a line of stdin must be one JSON-RPC message; it was ignored\n";
  expect(end).toEqual({ stderr: sentence.repeat(lines.length), status: 0 });
});

test("each request of a batch is responded to, with protocol 2025-03-26", () => {
  const initialize = { ...INITIALIZE, params: { ...INITIALIZE.params, protocolVersion: "2025-03-26" } };
  const { stdout, ...end } = runBin(["--sandbox"], toLines(initialize, [PING, { ...PING, id: 3 }]));
  expect(parseLines(stdout)).toMatchObject([
    { id: 1, result: { protocolVersion: "2025-03-26" } },
    { id: 2, result: {} },
    { id: 3, result: {} },
  ]);
  expect(end).toEqual({ stderr: "", status: 0 });
});

test("a line of more than 10 MB ends the process with 1, and one sentence on stderr", () => {
  expect(runBin(["--sandbox"], toLines({ ...INITIALIZE, padding: "x".repeat(11_000_000) }))).toEqual({
    stdout: "",
    stderr: expect.stringMatching(/^error: [^\n]*exceeded maximum size[^\n]*\n$/),
    status: 1,
  });
});

test("--version prints the version", () => {
  expect(runBin(["--version"]).stdout).toBe(`${manifest.version}\n`);
});

test.skipIf(!existsSync("/dev/full")).for([
  { flags: ["--help"], input: "" },
  { flags: ["--sandbox"], input: toLines(INITIALIZE) },
])("$flags with a full disk behind stdout exits with 1", ({ flags, input }) => {
  const full = openSync("/dev/full", "w");
  const { stderr, status } = runBin(flags, input, full);
  closeSync(full);
  expect({ stderr, status }).toEqual({ stderr: expect.stringMatching(/^error: [^\n]*ENOSPC[^\n]*\n$/), status: 1 });
});

/** Runs the command to its end, with this text on stdin. */
function runBin(flags: readonly string[], input = "", output: number | "pipe" = "pipe") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...flags], {
    encoding: "utf8",
    env: ENV,
    input,
    stdio: ["pipe", output, "pipe"],
  });
  return { stdout, stderr, status };
}

function toLines(...messages: readonly object[]): string {
  return messages.map((message) => `${JSON.stringify(message)}\n`).join("");
}

function parseLines(text: string): readonly unknown[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
