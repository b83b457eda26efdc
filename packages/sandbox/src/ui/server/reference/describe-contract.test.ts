import { operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { call } from "../../../testing/call.js";
import { createSandbox } from "../../../testing/sandbox.js";
import { type Contract, describeContract } from "./describe-contract.js";
import { storeExamples } from "./store-examples.js";

const now = new Date("2026-03-01T12:00:00Z");
const sandbox = createSandbox({ now });
const origin = "http://127.0.0.1:4010";

interface Described {
  readonly paths: Record<string, Record<string, { readonly "x-codeSamples": readonly { readonly source: string }[] }>>;
  readonly components: { readonly parameters: Record<string, { readonly example: unknown }> };
}

function describe(examples = storeExamples(sandbox.store, now), contract?: Contract): Described {
  const { bytes } = describeContract(examples, origin, contract);
  return JSON.parse(new TextDecoder().decode(bytes));
}

test("the samples of every operation start with the client, by method and by path", () => {
  const operations = Object.values(describe().paths).flatMap(({ parameters: _, ...item }) => Object.values(item));
  const sources = operations.map(({ "x-codeSamples": samples }) => samples.map(({ source }) => source));
  for (const [index, id] of Object.keys(operationTable).entries()) {
    expect(sources[index]?.[0]).toContain(`await serviceform.${id}(`);
    expect(sources[index]?.[1]).toContain('from "@serviceform/client/openapi-fetch"');
    expect(sources[index]?.every((source) => source.includes(`baseUrl: "${origin}"`))).toBe(true);
  }
  expect(sources).toHaveLength(Object.keys(operationTable).length);
});

test("the examples name an item that exists, and get chats", async () => {
  const examples = storeExamples(sandbox.store, now);
  const { startTime, endTime, uid, spaceId, itemId } = examples;
  const statistics = await call(sandbox, `GET /statistics/chat?startTime=${startTime}&endTime=${endTime}`);
  expect(((await statistics.json()) as { totalChats: number }).totalChats).toBeGreaterThan(0);
  const chats = await call(sandbox, "POST /chats", { body: { startTime, endTime, uid, chatbot: true } });
  expect(await chats.json()).not.toHaveLength(0);
  expect((await call(sandbox, `GET /flex/spaces/${spaceId}/items/${itemId}`)).status).toBe(200);
});

test("an item whose ID must be encoded is no example", () => {
  const spaces = [{ id: "s" }];
  const items = [
    { id: "a/b", space_id: "s" },
    { id: "lost", space_id: "gone" },
    { id: "good", space_id: "s" },
  ];
  expect(storeExamples({ ...sandbox.store, spaces, items }, now)).toMatchObject({ itemId: "good", spaceId: "s" });
  expect(storeExamples({ spaces, items: [], leads: [], chats: [] }, now)).toEqual({
    startTime: "2026-01-30T00:00:00.000Z",
    endTime: "2026-03-02T00:00:00.000Z",
  });
});

test("parameters of other names keep their examples", () => {
  const parameters = { leadId: { name: "leadId", example: "lead-1" }, itemId: { name: "itemId", example: "made-up" } };
  const described = describe({ itemId: "item-1" }, { paths: {}, components: { parameters } });
  expect(described.components.parameters).toMatchObject({
    leadId: { example: "lead-1" },
    itemId: { example: "item-1" },
  });
  expect(describe({}, { paths: {}, components: { schemas: { Lead: {} } } }).components).toMatchObject({
    schemas: { Lead: {} },
  });
});

test("a body without an example gets one that matches its schema", () => {
  const content = { "application/json": { schema: { type: "object" } } };
  const item = { post: { operationId: "createItem", requestBody: { content } } };
  const { paths } = describe({}, { paths: { [operationTable.createItem.path]: item }, components: {} });
  expect(paths[operationTable.createItem.path]?.post).toMatchObject({
    requestBody: { content: { "application/json": { example: { primary_field: expect.anything() } } } },
  });
});

test("fields of a path other than its operations stay as they are", () => {
  const { path } = operationTable.listSpaces;
  const fields = { summary: "Spaces.", servers: [{ url: "https://api.test" }], head: { responses: {} }, "x-a": "b" };
  const get = { operationId: "list-spaces", responses: {} };
  const { paths } = describe({}, { paths: { [path]: { ...fields, get }, "/other": { $ref: "#/a" } }, components: {} });
  expect(paths).toEqual({
    [path]: { ...fields, get: { ...get, "x-codeSamples": [expect.anything(), expect.anything()] } },
    "/other": { $ref: "#/a" },
  });
});

test("no example is a member that every object has", () => {
  const parameters = { text: { name: "toString" }, alias: { $ref: "#/components/parameters/text" } };
  expect(describe({}, { paths: {}, components: { parameters } }).components).toEqual({ parameters });
});
