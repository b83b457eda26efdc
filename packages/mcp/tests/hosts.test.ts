import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { InMemoryTransport, type Tool } from "@modelcontextprotocol/client";
import { createSandbox } from "@serviceform/sandbox";
import { type Operation, operationTable } from "@serviceform/types";
import type { JsonSchema } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { apiContract } from "../src/contract.js";
import { assembleServer, createParts } from "../src/create-mcp-server.js";
import { parseOptions } from "../src/options.js";
import { forHosts } from "../src/tools/for-hosts.js";
import { toToolName } from "../src/tools/tool.js";
import { withoutLinks } from "../src/tools/without-links.js";
import { connect, createApi } from "./connect.js";

/** All tools of the server over stdio. */
async function listAllTools(): Promise<readonly Tool[]> {
  const { client } = await connect({ write: true, delete: true }, { writesFiles: true });
  return (await client.listTools()).tools;
}

/** The schemas of a parameter, its elements and its properties, each with its place. */
function schemasIn(schema: JsonSchema, place: string): readonly (readonly [place: string, schema: JsonSchema])[] {
  const properties = Object.entries(Object(schema.properties) as Record<string, JsonSchema>);
  const inner = properties.flatMap(([name, property]) => schemasIn(property, `${place}.${name}`));
  const items = schema.items === undefined ? [] : schemasIn(schema.items as JsonSchema, `${place}[]`);
  const forms = ((schema.anyOf ?? []) as JsonSchema[]).flatMap((form, index) => schemasIn(form, `${place}|${index}`));
  return [[place, schema], ...inner, ...items, ...forms];
}

const TYPES = ["string", "number", "integer", "boolean", "array", "object"];

/** Keywords that each host accepts: OpenAI rejects `default` in strict mode. */
const KEYWORDS = [
  ["type", "description", "enum", "format", "minimum", "maximum"],
  ["items", "properties", "required", "additionalProperties", "anyOf"],
].flat();

test("the inputs in the list have only what the strict schemas of OpenAI and the schemas of Gemini have", async () => {
  const tools = await listAllTools();
  // MCP requires an object also for an operation without parameters; the tool of a list has some of its own.
  const withoutInput = Object.entries(apiContract.operations)
    .filter(([, { input, element }]) => !element && Object.keys(Object(input.properties)).length === 0)
    .map(([id]) => toToolName(id));
  // The list of a contract with many operations has no tool for each, so their parameters are validated too.
  const parameters = Object.entries(apiContract.operations).flatMap(([id, { input }]) =>
    schemasIn(forHosts(input), toToolName(id)).slice(1),
  );
  const all = [...tools.flatMap(({ name, inputSchema }) => schemasIn(inputSchema, name)), ...parameters];
  for (const [place, schema] of all) {
    expect(KEYWORDS, place).toEqual(expect.arrayContaining(Object.keys(schema)));
    if (!schema.anyOf) expect(TYPES, place).toContain(schema.type);
    // Gemini accepts the values of a parameter only for text, and no object without properties.
    if (schema.enum) expect(schema.type, place).toBe("string");
    if (schema.type === "object" && !withoutInput.includes(place))
      expect(Object.keys(Object(schema.properties)), place).not.toHaveLength(0);
    if (schema.type === "array") expect(schema, place).toHaveProperty("items");
  }
  const places = Object.entries<Operation>(operationTable).flatMap(([id, { pathKeys, queryKeys, bodyKeys }]) =>
    [...pathKeys, ...queryKeys, ...bodyKeys].map((key) => `${toToolName(id)}.${key}`),
  );
  expect(all.map(([place]) => place)).toEqual(
    expect.arrayContaining([...places, "count_records", "count_records.where[]", "count_records.where[].value"]),
  );
});

test("the names and the number of the tools are within the limits of hosts", async () => {
  const tools = await listAllTools();
  // Cursor: 40 tools, 60 characters with the name of the server. Bedrock and OpenAI: 64 characters of these.
  expect(tools.length).toBeLessThanOrEqual(40);
  for (const { name, description = "" } of tools) {
    expect(name).toMatch(/^[a-zA-Z0-9_-]+$/);
    expect(`mcp__serviceform__${name}`.length, name).toBeLessThanOrEqual(60);
    expect(description.length, name).toBeLessThanOrEqual(1024);
  }
});

test("conditions are listed with values as text, and other values are accepted", async () => {
  const { client, call } = await connect();
  const { tools } = await client.listTools();
  for (const name of ["list_leads", "count_records"]) {
    const properties = tools.find((tool) => tool.name === name)?.inputSchema.properties;
    expect(Object(properties?.where).items, name).toMatchObject({
      properties: { op: { type: "string" }, value: { type: "string" } },
    });
  }
  const count = async (value: unknown) =>
    (await call("count_records", { stream: "leads", by: "source", where: [{ field: "pageviews", op: ">", value }] }))
      .data;
  expect(await count("2")).toEqual(await count(2));
});

test.for([
  { name: "list_leads", input: { fields: null, where: null, limit: null, cursor: null }, expected: '"items":' },
  { name: "list_chats", input: { startTime: null, uid: null, showMessages: null, limit: 1 }, expected: '"items":' },
  { name: "find_person", input: { email: null, phone: null, uid: "uid-1" }, expected: '"leadCount":' },
  { name: "count_records", input: { stream: "leads", by: "source", where: null, spaceId: null }, expected: '"total":' },
  {
    name: "delete_item",
    input: { spaceId: "space-customers", itemId: "item-1", confirm: null },
    expected: "Nothing was deleted yet.",
  },
])("$name takes null as a parameter that was left out", async ({ name, input, expected }) => {
  const { call } = await connect({ delete: true });
  expect((await call(name, input)).text).toContain(expected);
});

test.for([
  { name: "get_item", input: { spaceId: "space-customers", itemId: null }, message: "itemId must be a string" },
  { name: "find_person", input: { email: null, phone: null, uid: null }, message: "give one of email, phone and uid" },
  { name: "find_person", input: { uid: "uid-1", name: null }, message: 'unknown parameter "name"' },
  ...[
    { input: { fields: "id" }, message: "fields must be an array" },
    { input: { fields: '["id"' }, message: "fields must be an array" },
    { input: { where: '{"field":"source"}' }, message: "where must be an array" },
    { input: { where: '[{"field":"source","op":"like","value":"a"}]' }, message: "where[0].op must be one of" },
    { input: { cursor: '["id"]' }, message: "cursor is unknown" },
    { input: { limit: "[2]" }, message: "limit must be an integer" },
  ].map((rejected) => ({ name: "list_leads", ...rejected })),
])("$name with $input is rejected: $message", async ({ name, input, message }) => {
  const { call, sandbox } = await connect();
  expect(await call(name, input)).toMatchObject({ isError: true, text: expect.stringContaining(message) });
  expect(sandbox.requests).toHaveLength(0);
});

test("arrays and objects are accepted as JSON in a text: some hosts pass them so", async () => {
  const { call } = await connect();
  const condition = { field: "source", op: "=", value: "website" };
  const plain = await call("list_leads", { fields: ["id", "source"], where: [condition], limit: 2 });
  for (const where of [JSON.stringify([condition]), [JSON.stringify(condition)]]) {
    const { data } = await call("list_leads", { fields: ' ["id","source"]', where, limit: 2 });
    expect(data.items).toEqual(plain.data.items);
  }
});

const LINK = { type: "resource_link", uri: "file:///leads.csv", name: "leads.csv" } as const;
const TEXT = { type: "text", text: "Exported 60 leads to /leads.csv." } as const;

test.for([
  { version: "2024-11-05", content: [TEXT] },
  { version: "2025-03-26", content: [TEXT] },
  { version: "2025-06-18", content: [TEXT, LINK] },
  { version: "2026-07-28", content: [TEXT, LINK] },
  { version: undefined, content: [TEXT, LINK] },
])("links are left out for a client of protocol $version: they are newer than 2025-03-26", ({ version, content }) => {
  expect(withoutLinks({ content: [TEXT, LINK] }, version)).toEqual({ content });
});

test("a client of protocol 2024-11-05 gets the path of an export as text alone", async () => {
  const client = createApi(createSandbox().fetch);
  const server = assembleServer({ ...createParts(parseOptions({}), { writesFiles: true }), client });
  const [host, transport] = InMemoryTransport.createLinkedPair();
  await server.connect(transport);
  const request = async (id: number, method: string, params: object): Promise<JsonSchema> => {
    const response = new Promise<unknown>((resolve) => {
      host.onmessage = (message) => resolve(Object(message).result);
    });
    await host.send({ jsonrpc: "2.0", id, method, params: { ...params } });
    return Object(await response);
  };
  const params = { protocolVersion: "2024-11-05", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } };
  expect(await request(1, "initialize", params)).toMatchObject({ protocolVersion: "2024-11-05" });
  const call = { name: "export_records", arguments: { stream: "spaces", format: "csv" } };
  const { content } = await request(2, "tools/call", call);
  expect(content).toEqual([{ type: "text", text: expect.stringMatching(/^Exported 4 spaces to .*spaces\.csv\.$/) }]);
  const [, path = ""] = / to (.*)\.$/.exec(Object(content)[0].text) ?? [];
  await rm(dirname(path), { recursive: true });
});
