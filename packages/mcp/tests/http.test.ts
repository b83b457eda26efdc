import { once } from "node:events";
import { request } from "node:http";
import { PassThrough } from "node:stream";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { startServer } from "@serviceform/sandbox/server";
import { afterAll, expect, test } from "vitest";
import { run } from "../src/cli/index.js";
import { callTool, itemsOf } from "./connect.js";

const ends: Promise<number>[] = [];
const open = await start(["--sandbox", "--write", "--delete"]);
const guarded = await start(["--sandbox", "--token-env", "TOKEN"], { TOKEN: "let-me-in" });

/** Serves until this thread is interrupted. */
async function start(flags: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const stderr = new PassThrough({ encoding: "utf8" });
  ends.push(run(["--http", "0", ...flags], { stdout: new PassThrough(), stderr, env }));
  const [text] = await once(stderr, "data");
  return /http:\S+/.exec(text)?.[0] ?? `no address in ${text}`;
}

afterAll(async () => {
  process.emit("SIGTERM", "SIGTERM");
  expect(new Set(await Promise.all(ends))).toEqual(new Set([130]));
});

async function connect(url: string, mode: "legacy" | "auto", headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return client;
}

test.for([
  { mode: "legacy", version: "2025-11-25" },
  { mode: "auto", version: "2026-07-28" },
] as const)("the official client works over HTTP with protocol $version", async ({ mode, version }) => {
  expect(open).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
  const client = await connect(open, mode);
  expect(client.getNegotiatedProtocolVersion()).toBe(version);
  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name);
  expect(names).toContain("list_leads");
  expect(names, "no tool touches the disk").not.toContain("export_records");
  expect(itemsOf(await callTool(client, "list_leads"))).toHaveLength(20);
  await client.close();
});

test.for(["legacy", "auto"] as const)(
  "cursors and tokens hold across the requests of one key in %s mode",
  async (mode) => {
    const client = await connect(open, mode);
    const first = await callTool(client, "list_leads");
    const second = await callTool(client, "list_leads", { cursor: first.data.nextCursor });
    const ids = [...itemsOf(first), ...itemsOf(second)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(40);

    const spaceId = "space-customers";
    const { data } = await callTool(client, "create_item", { spaceId, primary_field: "New" });
    const item = { spaceId, itemId: data.id };
    const question = await callTool(client, "delete_item", item);
    expect(question.isError).toBe(true);
    const [, confirm] = /confirm: (\S+)/.exec(question.text) ?? [];
    expect((await callTool(client, "delete_item", { ...item, confirm })).text).toContain("Deleted: delete_item");
    await client.close();
  },
);

/** A POST with headers that `fetch` would not send. */
async function post(url: string, headers: Record<string, string>, path = "/mcp"): Promise<number | undefined> {
  const { port } = new URL(url);
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });
  const sent = request({
    port,
    path,
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
  });
  sent.end(body);
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

test.for([
  { headers: {}, status: 200 },
  { headers: { host: "attacker.example" }, status: 403 },
  { headers: { host: "attacker.example:80" }, status: 403 },
  { headers: { origin: "https://attacker.example" }, status: 403 },
  { headers: { origin: "null" }, status: 403 },
  { headers: { origin: "http://localhost:6274" }, status: 200 },
])("$headers is responded to with $status", async ({ headers, status }) => {
  expect(await post(open, headers)).toBe(status);
});

test("another path is 404", async () => {
  expect(await post(open, {}, "/")).toBe(404);
});

test.for([
  { headers: {}, status: 401 },
  { headers: { authorization: "Bearer wrong" }, status: 401 },
  { headers: { authorization: "let-me-in" }, status: 401 },
  { headers: { authorization: "Bearer let-me-in" }, status: 200 },
])("with --token-env $headers is responded to with $status", async ({ headers, status }) => {
  expect(await post(guarded, headers)).toBe(status);
});

test("each request must have the key, and one without it is unauthorized", async () => {
  const sandbox = await startServer({ apiKey: "sf_their_key" });
  const url = await start(["--base-url", sandbox.url]);
  expect(await post(url, {})).toBe(401);
  expect(await post(url, { "sf-api-key": "not a\tkey" })).toBe(401);

  const theirs = await connect(url, "auto", { "sf-api-key": "sf_their_key" });
  expect((await callTool(theirs, "list_spaces")).isError).toBe(false);
  const other = await connect(url, "auto", { "sf-api-key": "sf_other_key" });
  expect((await callTool(other, "list_spaces")).text).toContain("The key is invalid");
  await Promise.all([theirs.close(), other.close(), sandbox.close()]);
});

test("an API that requests a long delay is an error before the host gives up the call", async () => {
  const faults = [{ kind: "status", status: 429, retryAfterSeconds: 55 }] as const;
  const sandbox = await startServer({ apiKey: "sf_key", faults });
  const client = await connect(await start(["--base-url", sandbox.url], { SERVICEFORM_API_KEY: "sf_key" }), "auto");
  expect((await callTool(client, "list_spaces")).text).toContain("Wait a minute before the next call.");
  await Promise.all([client.close(), sandbox.close()]);
});
