import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { apiContract } from "../src/contract.js";
import { findListOperations } from "../src/tools/list-operation.js";
import { connect } from "./connect.js";

const listNouns = findListOperations(apiContract).map(({ noun }) => noun);

test("count_records counts every record of a list by a field", async () => {
  const { call, sandbox } = await connect();
  const { data } = await call("count_records", { stream: "leads", by: "source" });
  const groups = data.groups as readonly { readonly value: string; readonly count: number }[];
  for (const { value, count } of groups) {
    expect(sandbox.store.leads.filter(({ source = null }) => (source || null) === value)).toHaveLength(count);
  }
  expect(data.total).toBe(sandbox.store.leads.length);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(data.total);
});

test("count_records counts only the records that meet the conditions", async () => {
  const { call, sandbox } = await connect();
  const hour = 3_600_000;
  const leads = [1, 2, 200].map((hours, index) => ({
    id: `l${index}`,
    email: `${index}@example.com`,
    created: new Date(Date.now() - hours * hour).toISOString(),
    source: index === 0 ? "website" : "email",
  }));
  sandbox.store.leads.splice(0, sandbox.store.leads.length, ...leads);
  const count = async (...where: object[]) =>
    (await call("count_records", { stream: "leads", by: "source", where })).data;
  const lastWeek = { field: "created", op: ">=", value: "7d" };
  expect(await count(lastWeek)).toMatchObject({ total: 2, inOtherGroups: 0 });
  expect(await count(lastWeek, { field: "source", op: "=", value: "email" })).toMatchObject({ total: 1 });
  expect(await count({ field: "email", op: "=", value: "1@example.com" })).toMatchObject({ total: 1 });
});

test("count_records names where if there are more groups than it shows", async () => {
  const { call, sandbox } = await connect();
  const leads = Array.from({ length: 60 }, (_, index) => ({ id: `l${index}`, source: `s${index}` }));
  sandbox.store.leads.splice(0, sandbox.store.leads.length, ...leads);
  const note = "inOtherGroups has the records of the other groups: narrow them with where.";
  expect((await call("count_records", { stream: "leads", by: "source" })).parts[0]).toContain(note);
  expect((await call("count_records", { stream: "leads", by: "site" })).parts[0]).not.toContain(note);
});

test("count_records counts times by their day", async () => {
  const { call, sandbox } = await connect();
  const chats = [0, 10, 86_400].map((seconds, index) => ({
    cid: `c${index}`,
    lastMessageTime: 1_700_006_400 + seconds,
  }));
  sandbox.store.chats.splice(0, sandbox.store.chats.length, ...chats, { cid: "none" });
  const { data } = await call("count_records", { stream: "chats", by: "lastMessageTime" });
  expect(data).toMatchObject({
    total: 4,
    groups: [
      { value: "2023-11-15", count: 2 },
      { value: "2023-11-16", count: 1 },
      { value: null, count: 1 },
    ],
  });
});

test.for([
  { name: "long", length: 300, maxBytes: 8000, note: "Values are cut after 100 characters." },
  { name: "many long", length: 300, maxBytes: 2000, note: "Values are cut after 100 characters." },
  { name: "many short", length: 90, maxBytes: 2000, note: "" },
])("the groups of $name values add up to the total, within the size", async ({ length, maxBytes, note }) => {
  const { call, sandbox } = await connect({ maxBytes });
  const leads = Array.from({ length: 60 }, (_, index) => ({
    id: `l${index}`,
    source: `${index}${"é".repeat(length)}`,
  }));
  sandbox.store.leads.splice(0, sandbox.store.leads.length, ...leads);
  const { data, text, parts } = await call("count_records", { stream: "leads", by: "source" });
  const groups = data.groups as readonly { readonly count: number }[];
  const listed = groups.reduce((sum, { count }) => sum + count, 0);
  expect(listed).toBeGreaterThan(0);
  expect(data).toMatchObject({ total: 60, inOtherGroups: 60 - listed });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
  expect(parts[0]).toContain(note);
  expect(parts[0]).not.toContain("Long values are cut");
});

test.for([
  { input: { stream: "items", by: "created" }, message: "spaceId is required for items" },
  { input: { stream: "leads", by: "source", spaceId: "s" }, message: "spaceId must not be given for leads" },
  {
    input: { stream: "nope", by: "source" },
    message: `stream must be one of ${listNouns.join(", ")}. Nothing was sent.`,
  },
  {
    input: { stream: "leads", by: "source", where: [{ field: "email", op: "~", value: "a" }] },
    message: "where[0].op must be = for email, which is personal data",
  },
  {
    input: { stream: "leads", by: "source", where: [{ field: "source", op: "like", value: "a" }] },
    message: 'unknown operator "like"',
  },
])("count_records rejects $input", async ({ input, message }) => {
  const { call, sandbox } = await connect();
  expect((await call("count_records", input)).text).toContain(message);
  expect(sandbox.requests).toHaveLength(0);
});

test("count_records does not group by free text under lockdown, even when personal data is shown", async () => {
  const input = { stream: "chats", by: "lastMessage" };
  expect((await (await connect({ personal: "full" })).call("count_records", input)).isError).toBe(false);
  const { call } = await connect({ personal: "full", lockdown: true });
  const text = expect.stringContaining("by must be one of cid, ");
  expect(await call("count_records", input)).toMatchObject({ isError: true, text });
});

test("find_person does not match leads without an email", async () => {
  const { call, sandbox } = await connect();
  sandbox.store.leads.push({ id: "lead-x" });
  expect((await call("find_person", { email: "undefined" })).data).toMatchObject({ leadCount: 0, chatCount: 0 });
});

const PERSON = { uid: "user-x", email: "Jane.Doe@Example.com", phone: "+358 (40) 123-4567" };

test.for([{ by: { uid: "user-x" } }, { by: { email: "jane.doe@example.com" } }, { by: { phone: "358401234567" } }])(
  "find_person finds leads and chats of one person by $by",
  async ({ by }) => {
    const { call, sandbox } = await connect();
    sandbox.store.leads.push({ id: "lead-x", ...PERSON });
    sandbox.store.chats.push({ cid: "chat-x", uid: "user-x", lastMessageTime: 1_700_000_000, source: "website" });
    const { data } = await call("find_person", by);
    expect(data).toMatchObject({ leadCount: 1, chatCount: 1, leads: [{ id: "lead-x" }], chats: [{ cid: "chat-x" }] });
    expect(JSON.stringify(data)).not.toMatch(/Jane\.Doe|123-4567/);
  },
);

test.for([{}, { email: "a@b.c", uid: "u" }, { phone: "12" }, { email: " " }])(
  "find_person rejects %j",
  async (input) => {
    const { call, sandbox } = await connect();
    const text = expect.stringContaining("Nothing was sent");
    expect(await call("find_person", input)).toMatchObject({ isError: true, text });
    expect(sandbox.requests).toHaveLength(0);
  },
);

test("find_person says that it does not show all of many records", async () => {
  const { call, sandbox } = await connect({ maxBytes: 20_000 });
  const note = "At most 20 leads and 20 chats are shown; the list tools have the others.";
  expect((await call("find_person", { uid: "user-x" })).parts[0]).not.toContain(note);
  for (let index = 0; index < 21; index += 1) sandbox.store.leads.push({ id: `x${index}`, uid: "user-x" });
  const { data, parts } = await call("find_person", { uid: "user-x" });
  expect(data).toMatchObject({ leadCount: 21 });
  expect(data.leads).toHaveLength(20);
  expect(parts[0]).toContain(note);
});

test("compare_statistics compares a period with the equal period that ends a second before it", async () => {
  const { call, sandbox } = await connect();
  const { data } = await call("compare_statistics", { from: "2025-06-08T00:00:00Z", to: "2025-06-14T23:59:59Z" });
  expect(data.period).toMatchObject({ startTime: "2025-06-08T00:00:00.000Z", endTime: "2025-06-14T23:59:59.000Z" });
  expect(data.before).toMatchObject({ startTime: "2025-06-01T00:00:00.000Z", endTime: "2025-06-07T23:59:59.000Z" });
  expect(sandbox.requests).toHaveLength(2);
  expect(data.change).toHaveProperty("totalChats");
  const { text } = await call("compare_statistics", { from: "2025-06-08T00:00:00Z", to: "2025-06-08T00:00:00Z" });
  expect(text).toContain("from must be earlier than to");
});

test("export_records leaves out elements that are no objects, and says so", async () => {
  const fetch = async () => Response.json([null, { id: "lead-1" }]);
  const { call } = await connect({}, { writesFiles: true, fetch });
  const { text } = await call("export_records", { stream: "leads", format: "csv" });
  expect(text).toMatch(/^Exported 1 lead to .*\. Left out 1 element of leads without fields\.$/);
});

test("export_records without a folder for temporary files names the reason", async () => {
  vi.stubEnv("TMPDIR", "/no-such-folder");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { call } = await connect({}, { writesFiles: true });
  const { text } = await call("export_records", { stream: "leads", format: "csv" });
  const reason = "ENOENT: no such file or directory";
  expect(text).toBe(`The server failed on this call (${reason}). Report it to the user; do not retry it.`);
});

test.for(["ndjson", "csv"])(
  "export_records writes every record to a %s file that only the user can read",
  async (format) => {
    const { call, sandbox } = await connect({}, { writesFiles: true });
    sandbox.store.leads.push({ id: "lead-x", language: '=1+"1"', name: "Jane Doe" });

    const { content, text: response } = await call("export_records", { stream: "leads", format });
    expect(Buffer.byteLength(response)).toBeLessThan(1000);
    const link = content.find((part) => part.type === "resource_link");
    const path = fileURLToPath(link?.uri ?? "");
    const text = await readFile(path, "utf8");
    const { mode, size } = await stat(path);
    expect(mode & 0o077).toBe(0);
    expect(link).toMatchObject({ name: `leads.${format}`, size });
    expect(text).toContain("J***");
    expect(text).not.toContain("Jane Doe");
    if (format === "ndjson") expect(text.trim().split("\n")).toHaveLength(sandbox.store.leads.length);
    else expect(text).toContain(`"'=1+""1"""`);
  },
);
