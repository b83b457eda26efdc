import { fileURLToPath } from "node:url";
import { type OperationId, operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { apiContract } from "../src/contract.js";
import { parseOptions } from "../src/options.js";
import { connect } from "./connect.js";
import { withoutFiles } from "./without-files.js";

/** Any file that exists. */
const BIN = fileURLToPath(new URL("../bin/serviceform-mcp.js", import.meta.url));

/** The operations of the contract that have a tool: those that read, write and delete. */
const entries = Object.entries(withoutFiles(apiContract).operations).map(([id, { destructive }]) => {
  const { writes, idempotent } = operationTable[id as OperationId];
  return { name: id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), writes, destructive, idempotent };
});
const READING = entries.filter(({ writes }) => !writes).map(({ name }) => name);
const WRITING = entries.filter(({ writes, destructive }) => writes && !destructive).map(({ name }) => name);
const DELETING = entries.filter(({ destructive }) => destructive).map(({ name }) => name);
const OVER_LISTS = ["count_records", "find_person", "compare_statistics"];

async function namesOf(options: Parameters<typeof connect>[0]): Promise<readonly string[]> {
  const { client } = await connect(options);
  const { tools } = await client.listTools();
  return tools.map(({ name }) => name);
}

test("the server announces no changes of its lists, since they stay the same", async () => {
  const { client } = await connect();
  expect(client.getServerCapabilities()).toEqual({
    tools: { listChanged: false },
    resources: { listChanged: false },
    prompts: { listChanged: false },
  });
});

test("tools are read-only unless writing and deleting are allowed", async () => {
  expect(new Set(await namesOf({}))).toEqual(new Set([...READING, ...OVER_LISTS]));
  expect(READING).toEqual(expect.arrayContaining(["list_spaces", "get_item", "list_chats"]));
  expect([WRITING, DELETING]).toEqual([
    expect.arrayContaining(["create_item"]),
    expect.arrayContaining(["delete_item"]),
  ]);
  expect(new Set(await namesOf({ write: true }))).toEqual(new Set([...READING, ...WRITING, ...OVER_LISTS]));
  expect(new Set(await namesOf({ delete: true }))).toEqual(new Set([...READING, ...DELETING, ...OVER_LISTS]));
});

test("a tool that is not offered cannot be called", async () => {
  const { client, sandbox } = await connect();
  const call = client.callTool({ name: "delete_item", arguments: { spaceId: "space-customers", itemId: "item-1" } });
  await expect(call).rejects.toThrow("delete_item");
  expect(sandbox.requests).toHaveLength(0);
});

test("tools keeps the named ones, and the error of an unknown name lists the known tools", async () => {
  expect(await namesOf({ tools: ["list_leads", "find_person"] })).toEqual(["list_leads", "find_person"]);
  await expect(connect({ tools: ["delete_item"] })).rejects.toThrow(
    `unknown tool "delete_item"; expected ${(await namesOf({}))[0]},`,
  );
});

test("the list of all tools is at most 8 192 bytes", async () => {
  const { client } = await connect({ write: true, delete: true });
  expect(Buffer.byteLength(JSON.stringify(await client.listTools()))).toBeLessThanOrEqual(8192);
});

test("each tool has a description, a closed input and the annotations of the operation table", async () => {
  const { client } = await connect({ write: true, delete: true });
  const { tools } = await client.listTools();
  for (const { name, description, inputSchema } of tools) {
    expect(description, name).toBeTruthy();
    expect(inputSchema, name).toHaveProperty("additionalProperties", false);
  }
  for (const { name, writes, destructive, idempotent } of entries) {
    expect(tools.find((tool) => tool.name === name)?.annotations).toEqual({
      readOnlyHint: !writes,
      destructiveHint: destructive,
      idempotentHint: idempotent,
      openWorldHint: true,
    });
  }
});

test.for([
  { options: { client: null as never }, message: "client must be a client of createClient" },
  { options: { personal: "some" as never }, message: "personal must be full, masked or none" },
  { options: { maxBytes: 10 }, message: "maxBytes must be an integer of at least 1000" },
  { options: { write: "yes" as never }, message: "write must be a boolean" },
  { options: { mirror: "none.db" }, message: "mirror must be the path of a file that exists" },
  { options: { wirte: true } as never, message: 'unknown option "wirte"' },
])("createMcpServer rejects an option: $message", async ({ options, message }) => {
  await expect(connect(options)).rejects.toThrow(message);
});

test.for(["20.19.0", "22.12.0"])("a mirror is rejected on Node.js %s, which has no SQLite", (version) => {
  expect(() => parseOptions({ mirror: BIN }, version)).toThrow(
    `mirror must not be given on Node.js ${version}; it requires 22.13 or newer`,
  );
});

test.for(["22.13.0", "24.0.0", "26.1.0"])("a mirror is accepted on Node.js %s", (version) => {
  expect(parseOptions({ mirror: BIN }, version)).toMatchObject({ mirror: BIN });
});
