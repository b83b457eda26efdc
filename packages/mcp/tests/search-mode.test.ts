import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { createClient } from "@serviceform/client";
import type { OperationDescription } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { apiContract, type Contract } from "../src/contract.js";
import { assembleServer } from "../src/create-mcp-server.js";
import { parseOptions } from "../src/options.js";
import { createTools } from "../src/tools/create-tools.js";
import { callTool, readResponse } from "./connect.js";

/** The contract with further operations, such as `getWidget7`, up to 31 in all. */
function createLargeContract(): Contract {
  const widgets = Array.from({ length: 31 - Object.keys(apiContract.operations).length }, (_, index) => [
    `getWidget${index}`,
    {
      title: `Get widget ${index}`,
      description: "Returns a widget.",
      noun: `widget-${index}`,
      verb: "get",
      input: {
        type: "object",
        properties: { widgetId: { type: "string" } },
        required: ["widgetId"],
        additionalProperties: false,
      },
      destructive: false,
    } satisfies OperationDescription,
  ]);
  const operations = { ...apiContract.operations, ...Object.fromEntries(widgets) };
  const rows = widgets.map(([id]) => [id, { writes: false, idempotent: true }]);
  return { ...apiContract, operations, table: { ...apiContract.table, ...Object.fromEntries(rows) } };
}

async function connectToLargeContract(options: object = {}): Promise<{ client: Client; called: unknown[] }> {
  const contract = createLargeContract();
  const settings = parseOptions(options);
  const called: unknown[] = [];
  const api = new Proxy(createClient({ apiKey: "sf_key", baseUrl: "http://127.0.0.1" }), {
    get: (target, name) =>
      String(name).startsWith("getWidget")
        ? async (input: unknown) => void called.push([name, input])
        : Reflect.get(target, name),
  });
  const server = assembleServer({
    client: api,
    settings,
    contract,
    tools: createTools(contract, settings, { writesFiles: false }),
  });
  const client = new Client({ name: "test", version: "1.0.0" });
  const [one, other] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(one), client.connect(other)]);
  return { client, called };
}

test("above 30 operations three tools take their place, within the size of the list", async () => {
  const { client } = await connectToLargeContract({ write: true, delete: true });
  const list = await client.listTools();
  expect(list.tools.map(({ name }) => name)).toEqual(["search_operations", "describe_operation", "call_operation"]);
  expect(Buffer.byteLength(JSON.stringify(list))).toBeLessThan(8192);
});

test("an operation is found, described and called", async () => {
  const { client, called } = await connectToLargeContract();
  const found = JSON.parse(readResponse(await callTool(client, "search_operations", { query: "widget 7" })).text);
  expect(found.operations[0]).toMatchObject({ name: "get_widget7" });
  const described = JSON.parse(
    readResponse(await callTool(client, "describe_operation", { operation: "get_widget7" })).text,
  );
  expect(described.input.required).toEqual(["widgetId"]);
  await callTool(client, "call_operation", { operation: "get_widget7", input: { widgetId: "w" } });
  expect(called).toEqual([["getWidget7", { widgetId: "w" }]]);
});

test("call_operation validates the input and offers no write that is not allowed", async () => {
  const { client, called } = await connectToLargeContract();
  const invalid = readResponse(
    await callTool(client, "call_operation", { operation: "get_widget7", input: { nope: 1 } }),
  );
  expect(invalid.text).toContain('unknown parameter "nope"; expected widgetId');
  const write = readResponse(await callTool(client, "call_operation", { operation: "delete_item", input: {} }));
  expect(write.text).toContain('unknown operation "delete_item"');
  expect(called).toEqual([]);
});
