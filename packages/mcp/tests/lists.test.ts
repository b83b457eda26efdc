import { afterEach, expect, test, vi } from "vitest";
import { connect, itemsOf } from "./connect.js";

afterEach(() => void vi.useRealTimers());

test("list_leads returns 20 summaries, truncated, without a total", async () => {
  const { call } = await connect();
  const response = await call("list_leads");
  expect(itemsOf(response)).toHaveLength(20);
  for (const lead of itemsOf(response)) {
    const summary = ["id", "name", "email", "phone", "created", "updated", "source"];
    expect(Object.keys(lead).filter((field) => !summary.includes(field))).toEqual([]);
  }
  expect(response.data).toMatchObject({ truncated: true, nextCursor: expect.any(String) });
  expect(response.data).not.toHaveProperty("total");
  expect(response.parts[0]).toContain("pass nextCursor as cursor");
});

test("list_spaces returns everything with its total within the size of a response", async () => {
  const { call, sandbox } = await connect();
  const { data } = await call("list_spaces");
  expect(data).toMatchObject({ total: sandbox.store.spaces.length, truncated: false });
  expect(data).not.toHaveProperty("nextCursor");
});

test.for(["list_leads", "list_chats"])("the cursors of %s lead to each record once", async (tool) => {
  const { call, sandbox } = await connect({ maxBytes: 4000 });
  const key = tool === "list_leads" ? "id" : "cid";
  const keys: unknown[] = [];
  let cursor: unknown;
  do {
    const response = await call(tool, { limit: 17, ...(cursor !== undefined && { cursor }) });
    keys.push(...itemsOf(response).map((record) => record[key]));
    cursor = response.data.nextCursor;
  } while (cursor !== undefined);
  const { leads, chats } = sandbox.store;
  const stored = tool === "list_leads" ? leads.map(({ id }) => id) : chats.map(({ cid }) => cid);
  expect(keys).toHaveLength(stored.length);
  expect(new Set(keys)).toEqual(new Set(stored));
});

test("a cursor is accepted with the parameters in another order", async () => {
  const { call } = await connect();
  const [startTime, endTime] = ["2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z"];
  const where = [{ field: "cid", op: "!=", value: "" }];
  const { nextCursor: cursor } = (await call("list_chats", { startTime, endTime, where })).data;
  const reordered = [{ value: "", op: "!=", field: "cid" }];
  expect((await call("list_chats", { cursor, where: reordered, endTime, startTime })).isError).toBe(false);
});

test("a cursor is rejected for another list, another condition, and after 10 minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { call } = await connect();
  const { nextCursor: cursor } = (await call("list_leads")).data;
  const rejected =
    /cursor is unknown, of another list or older than 10 minutes; start again without it. Nothing was sent/;
  expect((await call("list_chats", { cursor })).text).toMatch(rejected);
  expect((await call("list_leads", { cursor: "made-up" })).text).toMatch(rejected);
  const where = [{ field: "source", op: "=", value: "website" }];
  expect((await call("list_leads", { cursor, where })).text).toMatch(rejected);
  expect((await call("list_leads", { cursor })).isError).toBe(false);
  vi.advanceTimersByTime(10 * 60_000);
  expect((await call("list_leads", { cursor })).text).toMatch(rejected);
});

test("limit cancels the download", async () => {
  let isCancelled = false;
  const lead = (index: number): string => JSON.stringify({ id: `lead-${index}` });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`[${[0, 1, 2, 3].map(lead).join()},`)),
    cancel: () => {
      isCancelled = true;
    },
  });
  const fetch = async () => new Response(body, { headers: { "content-type": "application/json" } });
  const { call } = await connect({}, { fetch });
  const response = await call("list_leads", { limit: 2 });
  expect(itemsOf(response).map(({ id }) => id)).toEqual(["lead-0", "lead-1"]);
  expect(response.data.truncated).toBe(true);
  expect(isCancelled).toBe(true);
});

test("list_chats passes its limit on, so that the API keeps the newest", async () => {
  const { call, sandbox } = await connect();
  const { data } = await call("list_chats", { limit: 5 });
  expect(sandbox.requests.at(-1)?.body).toEqual({ limit: 5 });
  await call("list_chats", { limit: 5, cursor: data.nextCursor });
  expect(sandbox.requests.at(-1)?.body).toEqual({ limit: 10 });
  await call("list_chats", { limit: 5, where: [{ field: "source", op: "=", value: "website" }] });
  expect(sandbox.requests.at(-1)?.body).toEqual({});
});

test("fields selects the shown fields, and the error of an unknown one lists the known fields", async () => {
  const { call } = await connect();
  const response = await call("list_leads", { fields: ["id", "browser"], limit: 1 });
  expect(Object.keys(itemsOf(response)[0] ?? {})).toEqual(["id", "browser"]);
  expect(await call("list_leads", { fields: ["id", "nope"] })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/^Invalid input: unknown field "nope"; expected id, name, .*\. Nothing was sent\.$/),
  });
});

test("without the name of a field, a summary is shown", async () => {
  const { call } = await connect();
  expect(itemsOf(await call("list_leads", { fields: [] }))).toEqual(itemsOf(await call("list_leads")));
});

test("a record without a key is shown once", async () => {
  const leads = [{ id: "lead-1" }, { source: "a" }, { source: "b" }, { source: "c" }];
  const { call } = await connect({}, { fetch: async () => Response.json(leads) });
  const first = await call("list_leads", { fields: ["source"], limit: 2 });
  const second = await call("list_leads", { fields: ["source"], cursor: first.data.nextCursor });
  expect([...itemsOf(first), ...itemsOf(second)]).toEqual([{}, { source: "a" }, { source: "b" }, { source: "c" }]);
});

const now = Date.parse("2025-06-30T12:00:00Z");
const chats = [
  { cid: "a", lastMessageTime: now / 1000 - 60, source: "website", livechat: 1 },
  { cid: "b", lastMessageTime: now / 1000, source: "Mobile App" },
  { cid: "c", lastMessageTime: now / 1000 + 60, source: "email", livechat: 10 },
];

test.for([
  { where: [{ field: "source", op: "~", value: "mobile" }], expected: ["b"] },
  { where: [{ field: "lastMessageTime", op: ">=", value: "2025-06-30T12:00:00Z" }], expected: ["b", "c"] },
  { where: [{ field: "livechat", op: "!=", value: 1 }], expected: ["b", "c"] },
  {
    where: [
      { field: "source", op: "!=", value: "email" },
      { field: "livechat", op: "<=", value: 1 },
    ],
    expected: ["a"],
  },
])("where $where keeps $expected", async ({ where, expected }) => {
  const { call, sandbox } = await connect();
  sandbox.store.chats.splice(0, sandbox.store.chats.length, ...chats);
  const response = await call("list_chats", { where });
  expect(
    itemsOf(response)
      .map(({ cid }) => cid)
      .sort(),
  ).toEqual(expected);
  expect(response.data.total).toBe(expected.length);
});

test.for([
  {
    where: [{ field: "source", op: "like", value: "a" }],
    message: "where[0].op must be one of =, !=, <, <=, >, >=, ~.",
  },
  { where: [{ field: "source", op: "=" }], message: "where[0].value is required" },
  { where: [{ op: "=", value: 1 }], message: "where[0].field is required" },
  {
    where: [{ field: "source", op: "=", value: "a", or: [] }],
    message: 'unknown "or" in where[0]; expected field, op, value',
  },
  ...[null, ["a"], {}].map((value) => ({
    where: [{ field: "livechat", op: "=", value }],
    message: "where[0].value must be a string, a number or a boolean",
  })),
  { where: [{ field: "livechat", op: "=", value: true }], message: "value of livechat must be a number" },
  { where: [{ field: "nope", op: "=", value: 1 }], message: 'unknown field "nope"; expected cid,' },
])("where $where is rejected before a request", async ({ where, message }) => {
  const { call, sandbox } = await connect();
  expect(await call("list_chats", { where })).toMatchObject({ isError: true, text: expect.stringContaining(message) });
  expect(sandbox.requests).toHaveLength(0);
});

test.for([
  ["list_leads", {}, { items: [{ id: "lead-1" }, { id: "lead-2" }], total: 2 }],
  ["list_leads", { limit: 1 }, { items: [{ id: "lead-1" }] }],
  ["count_records", { stream: "leads", by: "source" }, { total: 2 }],
  ["find_person", { uid: "u" }, { leadCount: 1 }],
] as const)("%s with %j leaves out elements that are no objects, and says so", async ([tool, input, data]) => {
  const elements = [null, "text", [1], { id: "lead-1", uid: "u" }, { id: "lead-2" }];
  const { call } = await connect({}, { fetch: async () => Response.json(elements) });
  const response = await call(tool, input);
  expect(response.data).toMatchObject(data);
  expect(response.parts[0]).toContain("Left out 3 elements of leads without fields.");
});

test("a list of objects has no note on elements that were left out", async () => {
  expect((await (await connect()).call("list_spaces")).parts[0]).not.toContain("Left out");
});
