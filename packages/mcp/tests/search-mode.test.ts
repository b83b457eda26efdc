import type { Client } from "@modelcontextprotocol/client";
import { expect, test } from "vitest";
import { apiContract } from "../src/contract.js";
import { assembleServer } from "../src/create-mcp-server.js";
import { parseOptions } from "../src/options.js";
import { createTools } from "../src/tools/create-tools.js";
import { callTool, connectTo, createApi } from "./connect.js";
import { createContract } from "./create-contract.js";
import { withoutFiles } from "./without-files.js";

async function connectToContract(
  operationCount: number,
  options: object = {},
): Promise<{ readonly client: Client; readonly called: readonly unknown[] }> {
  const contract = createContract(operationCount);
  const settings = parseOptions(options);
  const called: unknown[] = [];
  const api = new Proxy(createApi(fetch), {
    get: (target, name) =>
      String(name).startsWith("getWidget")
        ? async (input: unknown) => void called.push([name, input])
        : Reflect.get(target, name),
  });
  const tools = createTools(contract, settings, { writesFiles: false });
  return { client: await connectTo(assembleServer({ client: api, settings, contract, tools })), called };
}

const SEARCH_TOOLS = ["search_operations", "describe_operation", "call_operation"];

async function listTools(operationCount: number): Promise<{ readonly tools: readonly ListedTool[]; bytes: number }> {
  const { client } = await connectToContract(operationCount, { write: true, delete: true });
  const list = await client.listTools();
  return { tools: list.tools, bytes: Buffer.byteLength(JSON.stringify(list)) };
}

type ListedTool = Awaited<ReturnType<Client["listTools"]>>["tools"][number];

const COUNT = Object.keys(withoutFiles(apiContract).operations).length;
/** The most operations that the list holds with a tool for each. */
const MOST = await findMost(COUNT);

async function findMost(count: number): Promise<number> {
  const { tools } = await listTools(count + 1);
  return tools.length === count + 1 ? findMost(count + 1) : count;
}

test("a list holds a tool for each of seventeen operations", () => {
  expect(MOST).toBeGreaterThanOrEqual(17);
});

test.for([COUNT + 1, MOST])(
  "%d operations are listed within 8 192 bytes, with their required parameters",
  async (count) => {
    const { tools, bytes } = await listTools(count);
    expect(tools).toHaveLength(count);
    expect(bytes).toBeLessThanOrEqual(8192);
    const properties = ["widgetId", "description", "startTime", "size", "shape", "color"];
    for (const { name, inputSchema } of tools.filter(({ name }) => name.startsWith("get_widget"))) {
      expect(Object.keys(inputSchema.properties ?? {}), name).toEqual(properties);
      expect(inputSchema.required, name).toEqual(["widgetId"]);
    }
  },
);

test("only as many tools lose descriptions as the list requires, the largest first", async () => {
  const isDescribed = ({ inputSchema }: ListedTool): boolean => JSON.stringify(inputSchema).includes('"description":"');
  const all = (await listTools(COUNT)).tools.filter(isDescribed).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  for (let more = 1; ; more += 1) {
    const { tools } = await listTools(COUNT + more);
    const isKept = ({ name }: ListedTool) => tools.some((tool) => tool.name === name && isDescribed(tool));
    const kept = all.map(isKept);
    if (!kept.includes(false)) continue;
    // The largest have none, the smallest still have theirs.
    expect([kept[0], kept.at(-1)]).toEqual([false, true]);
    return;
  }
});

function sizeOf(tool: ListedTool): number {
  return JSON.stringify(tool).length;
}

test("a parameter that the list shows without details is validated with them", async () => {
  const { client } = await connectToContract(MOST, { write: true, delete: true });
  const { tools } = await client.listTools();
  const input = { widgetId: "w", size: 101 };
  expect(tools.find(({ name }) => name === "get_widget0")?.inputSchema.properties?.size).toEqual({ type: "integer" });
  const { text } = await callTool(client, "get_widget0", input);
  expect(text).toMatch(/^Invalid input: size must be /);
});

test.for([30, 31])("three tools take the place of %d operations, within 8 192 bytes", async (count) => {
  const { tools, bytes } = await listTools(count);
  expect(tools.map(({ name }) => name)).toEqual(SEARCH_TOOLS);
  expect(bytes).toBeLessThanOrEqual(8192);
});

test("an operation is found, described and called", async () => {
  const { client, called } = await connectToContract(31);
  const found = JSON.parse((await callTool(client, "search_operations", { query: "widget 7" })).text);
  expect(found.operations[0]).toMatchObject({ name: "get_widget7" });
  const described = JSON.parse((await callTool(client, "describe_operation", { operation: "get_widget7" })).text);
  expect(described.input.required).toEqual(["widgetId"]);
  await callTool(client, "call_operation", { operation: "get_widget7", input: { widgetId: "w" } });
  expect(called).toEqual([["getWidget7", { widgetId: "w" }]]);
});

test("call_operation lists its input as text, which hosts accept, and takes JSON in a text", async () => {
  const { client, called } = await connectToContract(31);
  const { tools } = await client.listTools();
  const listed = tools.find(({ name }) => name === "call_operation")?.inputSchema.properties;
  expect(listed?.input).toEqual({ type: "string", description: "An object, as JSON." });
  await callTool(client, "call_operation", { operation: "get_widget7", input: '{"widgetId":"w"}' });
  expect(called).toEqual([["getWidget7", { widgetId: "w" }]]);
});

test("call_operation validates the input and does not offer writes that are not allowed", async () => {
  const { client, called } = await connectToContract(31);
  const invalid = await callTool(client, "call_operation", { operation: "get_widget7", input: { nope: 1 } });
  expect(invalid.text).toContain('unknown parameter "nope"; expected widgetId');
  const write = await callTool(client, "call_operation", { operation: "delete_item", input: {} });
  expect(write.text).toContain('unknown operation "delete_item"');
  expect(called).toEqual([]);
});
