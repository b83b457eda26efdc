import { createSandbox } from "@serviceform/sandbox";
import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { exitCodeOf } from "./report.ts";
import { changesOf, createSmallSandbox, driftOf, LIMITS, summary } from "./testing/drifted-sandbox.ts";

type Fields = Record<string, unknown>;

/** Whether an operation can be called: lists have the values of its path, and its response ends. */
function isCallable({ path, responseBody }: Operation): boolean {
  const lists = Object.values(operationTable).filter((one) => one.responseBody === "array" && !one.writes);
  const isListed = [...path.matchAll(/\/\{/g)].every(({ index }) =>
    lists.some((list) => list.path === path.slice(0, index)),
  );
  return isListed && responseBody !== "events";
}

const SCHEMAS = "spec/components/schemas";

test("findDrift calls every operation that reads, with IDs from lists, and the sandbox has no drift", async () => {
  const sandbox = createSandbox({ messy: false });
  const report = await driftOf({}, LIMITS, sandbox);
  expect(summary(report)).toEqual([]);
  expect(exitCodeOf(report)).toBe(0);
  const reading = Object.entries(operationTable).filter(([, { writes }]) => !writes);
  expect(report.operations.map(({ operation }) => operation).sort()).toEqual(reading.map(([id]) => id).sort());
  for (const { operation, calls, compared, statuses, failures, gaps } of report.operations) {
    if (!isCallable(operationTable[operation as OperationId])) {
      expect([calls, gaps.length]).toEqual([0, 1]);
      continue;
    }
    expect({ statuses, failures, gaps, some: compared > 0 }).toEqual({
      statuses: { 200: calls },
      failures: [],
      gaps: [],
      some: true,
    });
  }
  const called = new Set(sandbox.requests.map(({ operation }) => operation));
  expect([...called].filter((id) => id === undefined || operationTable[id].writes)).toEqual([]);
});

test("only the undeclared fields of messy records are drift", async () => {
  const report = await driftOf({}, { elements: 1_000, calls: 10 }, createSandbox());
  expect(report.drift.map(({ kind, file, field }) => [kind, file, field])).toEqual([
    ["undeclared-field", `${SCHEMAS}/Chat.yaml`, "crm"],
    ["undeclared-field", `${SCHEMAS}/Item.yaml`, "status"],
    ["undeclared-field", `${SCHEMAS}/Lead.yaml`, "crm"],
  ]);
  expect(exitCodeOf(report)).toBe(1);
});

test("findDrift limits the elements of an array and the calls of an operation", async () => {
  const sandbox = createSandbox({ leadCount: 600, chatCount: 30, itemCount: 30, messy: false });
  const report = await driftOf({}, { elements: 7, calls: 3 }, sandbox);
  const find = (id: string) => report.operations.find(({ operation }) => operation === id);
  expect(find("listLeads")).toMatchObject({ calls: 1, compared: 7, cut: true });
  expect(find("listChats")).toMatchObject({ calls: 3, compared: 21, cut: true });
  expect(find("getItem")).toMatchObject({ calls: 3, compared: 3, cut: false });
  const items = sandbox.requests.filter(({ operation }) => operation === "getItem").map(({ url }) => url.split("/")[5]);
  expect(new Set(items).size).toBe(3);
});

test("findDrift turns on each optional boolean, so that messages of chats are compared", async () => {
  const change = (chats: { history?: Fields[] }[]) =>
    chats.map(({ history, ...chat }) => ({
      ...chat,
      ...(history && { history: history.map((one) => ({ ...one, type: 1 })) }),
    }));
  const [found] = (await driftOf({ listChats: change })).drift;
  expect(found).toMatchObject({
    file: `${SCHEMAS}/Message.yaml`,
    at: "properties.type",
    received: { number: expect.any(Number) },
  });
  expect(found?.observed[0]).toMatchObject({ operation: "listChats", place: "[].history[].type" });
});

test.for<[string, (lead: Fields, index: number) => Fields, string[]]>([
  [
    "a missing field",
    (lead, index) => ({ ...lead, id: index === 0 ? undefined : lead.id }),
    [`missing ${SCHEMAS}/Lead.yaml id string but missing 1/30`],
  ],
  [
    "a mistyped field and one that is null",
    (lead, index) => ({ ...lead, duration: index < 3 ? "long" : lead.duration, phone: index < 2 ? null : "1" }),
    [
      `mistyped ${SCHEMAS}/Lead.yaml properties.duration number but string 3/30`,
      `mistyped ${SCHEMAS}/Lead.yaml properties.phone string but null 2/30`,
    ],
  ],
  [
    "an invalid date-time",
    (lead, index) => ({ ...lead, created: `2025-02-${28 + (index % 2)}T00:00:00Z` }),
    [`mistyped ${SCHEMAS}/Lead.yaml properties.created date-time but string 15/30`],
  ],
])("findDrift reports %s", async ([, change, found]) => {
  expect(summary(await driftOf({ listLeads: (leads: Fields[]) => leads.map(change) }))).toEqual(found);
});

test("findDrift reports an undeclared field once per schema, with every operation that returns it", async () => {
  const add = (item: Fields) => ({ ...item, nickname: "Jane's" });
  const report = await driftOf({ listItems: (items: Fields[]) => items.map(add), getItem: add });
  expect(report.drift).toMatchObject([
    {
      kind: "undeclared-field",
      file: `${SCHEMAS}/Item.yaml`,
      field: "nickname",
      advice: "add nickname to properties: string",
      observed: [
        { operation: "listItems", place: "[].nickname" },
        { operation: "getItem", place: "nickname", count: 5, of: 5 },
      ],
    },
  ]);
  expect(exitCodeOf(report)).toBe(1);
});

test("findDrift counts an undeclared nested field by the objects that could have it", async () => {
  const add = (spaces: { fields: Fields[] }[]) =>
    spaces.map((space) => ({
      ...space,
      fields: space.fields.map((field, index) => (index === 0 ? { ...field, hint: "" } : field)),
    }));
  const [found] = (await driftOf({ listSpaces: add })).drift;
  expect(found).toMatchObject({ file: `${SCHEMAS}/SpaceField.yaml`, field: "hint", count: 3 });
  expect(found?.of).toBeGreaterThan(3);
});

test("findDrift reports an undeclared status of a success and of an error", async () => {
  const report = await driftOf({
    listSpaces: () => Response.json([], { status: 206 }),
    getChatStatistics: () => Response.json({ message: "jane@example.com" }, { status: 418 }),
  });
  expect(summary(report)).toEqual([
    "undeclared-status spec/paths/flex_spaces.yaml get.responses a documented status but 206 1/1",
    "undeclared-status spec/paths/statistics_chat.yaml get.responses a documented status but 418 1/1",
  ]);
  expect(exitCodeOf(report)).toBe(1);
});

test.for([
  ["a page instead of JSON", "<html>", "not-json", "JSON array but a page"],
  ["nothing", "", "not-json", "JSON array but nothing"],
  ["JSON that breaks off", '[{"id":"1"},', "not-json", "JSON array but broken JSON"],
  ["an object around the list", '{"data":[]}', "mistyped", "array but object"],
  ["null instead of a list", "null", "mistyped", "array but null"],
] as const)("%s", async ([, body, kind, message]) => {
  const report = await driftOf({
    listLeads: () => new Response(body, { headers: { "content-type": "application/json" } }),
  });
  expect(summary(report)).toEqual([
    `${kind} spec/paths/leads.yaml get.responses.200.content.application/json.schema ${message} 1/1`,
  ]);
});

test.for([
  ["nothing", "", "not-json", "JSON object but nothing"],
  ["a page", "<html>", "not-json", "JSON object but a page"],
  ["text", "gone", "not-json", "JSON object but text"],
  ["JSON that breaks off", '{"message":', "not-json", "JSON object but broken JSON"],
  ["a list", "[]", "mistyped", "object but array"],
] as const)("findDrift reports %s as the body of a documented error", async ([, body, kind, message]) => {
  const report = await driftOf({ getItem: () => new Response(body, { status: 404 }) });
  expect(summary(report)).toEqual([`${kind} ${SCHEMAS}/Problem.yaml ${message} 5/5`]);
});

test("findDrift finds the sandbox's shape fault in each operation", async () => {
  for (const [id, operation] of Object.entries(operationTable)) {
    if (operation.writes || !isCallable(operation)) continue;
    const fault = { kind: "shape", operation: id as keyof typeof operationTable, times: Infinity } as const;
    const { drift } = await driftOf({}, LIMITS, createSmallSandbox({ faults: [fault] }));
    expect(drift.map(({ observed }) => observed[0]?.operation)).toContain(id);
  }
});

test("findDrift reports a rejected key as a failure and no drift", async () => {
  const report = await driftOf({}, LIMITS, createSmallSandbox({ apiKey: "another" }));
  expect(report.drift).toEqual([]);
  expect(report.operations[0]).toMatchObject({ statuses: { 403: 1 }, failures: ["the API rejected the key with 403"] });
  expect(exitCodeOf(report)).toBe(2);
});

test("findDrift reports a failed call without the values in its URL", async () => {
  const faults = [{ kind: "reset", operation: "getItem", times: Infinity }] as const;
  const report = await driftOf({}, LIMITS, createSmallSandbox({ faults }));
  expect(report.operations.at(-1)).toMatchObject({
    operation: "getItem",
    failures: ["connection failed (ECONNRESET)"],
    compared: 0,
  });
  expect(exitCodeOf(report)).toBe(2);
});

test("findDrift lists the uncompared parts of an empty account and no drift", async () => {
  const sandbox = createSandbox({ leadCount: 0 });
  Object.assign(sandbox.store, { spaces: [], items: [], leads: [], chats: [] });
  const report = await driftOf({}, LIMITS, sandbox);
  const gaps = Object.fromEntries(report.operations.map(({ operation, gaps }) => [operation, gaps]));
  expect(gaps).toMatchObject({
    listLeads: ["no response could be compared"],
    listItems: ["listSpaces returned no element that identifies spaceId"],
  });
  expect(exitCodeOf(report)).toBe(0);
});

test("an optional field that no response has is unobserved and no drift", async () => {
  const drop = (lead: Fields) => ({ ...lead, pid: undefined });
  const report = await driftOf(changesOf("Lead", drop));
  expect(report.drift).toEqual([]);
  expect(report.unobserved).toContainEqual(
    expect.objectContaining({ file: `${SCHEMAS}/Lead.yaml`, schema: "", field: "pid" }),
  );
});
