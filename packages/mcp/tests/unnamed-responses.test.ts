import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ServiceformClient } from "@serviceform/client";
import { expect, test } from "vitest";
import { apiContract, type Contract } from "../src/contract.js";
import { type McpServerOptions, parseOptions } from "../src/options.js";
import { createTools } from "../src/tools/create-tools.js";
import type { ToolCall } from "../src/tools/tool.js";

/** An operation that returns no record, and a schema without fields, which is not the one of its response. */
const contract: Contract = {
  operations: {
    ...apiContract.operations,
    getReport: {
      title: "Get the report",
      description: "Returns it.",
      noun: "report",
      verb: "get",
      input: { type: "object", properties: {} },
      destructive: false,
    },
  },
  schemas: { State: { fields: {} }, ...apiContract.schemas },
  table: { ...apiContract.table, getReport: { writes: false, idempotent: true } },
};

async function callGetReport(output: unknown, options: Omit<McpServerOptions, "client"> = {}): Promise<string> {
  const settings = parseOptions(options);
  const tool = createTools(contract, settings, { writesFiles: false }).find(({ name }) => name === "get_report");
  const client = { getReport: async () => output } as unknown as ServiceformClient; // Only that operation is called.
  const call = { client, settings, signal: new AbortController().signal } as ToolCall; // It needs no session.
  const result = (await tool?.run({}, call)) as CallToolResult | undefined; // It asks for no input.
  return (result?.content ?? []).map((part) => ("text" in part ? part.text : "")).join("\n");
}

test.each(["name,email\nJane,jane@example.com\n", [{ email: "jane@example.com" }]])(
  "a response without fields to mask is shown with --personal full alone: %j",
  async (output) => {
    for (const options of [{}, { personal: "none" }, { personal: "full", lockdown: true }] as const) {
      const text = await callGetReport(output, options);
      expect(text).toContain("get_report succeeded. The response is held back");
      expect(text).not.toContain("jane");
    }
    expect(await callGetReport(output, { personal: "full" })).toContain(JSON.stringify(output));
  },
);

test("a text that is shown is marked as data, and stays within the size", async () => {
  const text = await callGetReport("x".repeat(100_000), { personal: "full" });
  expect(text).toContain("<untrusted-data");
  expect(text).toContain("Long values are cut; list tools show single fields");
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8000);
});

test.each([7, true, null])("%j is shown as it is", async (output) => {
  expect(await callGetReport(output)).toContain(`\n${output}\n`);
});

test("of a file the size is shown", async () => {
  expect(await callGetReport(new Uint8Array(3), { personal: "full" })).toBe(
    "get_report succeeded. The response is a file of 3 bytes, which is not shown.",
  );
});
