import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServiceformClient } from "@serviceform/client";
import { createSandbox, type Sandbox } from "@serviceform/sandbox";
import { createSync, type SyncOptions } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { McpServerOptions } from "../src/options.js";
import { connect, createApi, type Response } from "./connect.js";

const PERSON = { uid: "user-x", email: "Jane.Doe@Example.com", phone: "+358 (40) 123-4567" };
let folder = "";
let mirror = "";
let sandbox: Sandbox;
let api: ServiceformClient;

/** Messy seed data, a day later: some records are changed, some are deleted. The mirror has the messages of chats too. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mcp-mirror-"));
  mirror = join(folder, "mirror.db");
  sandbox = createSandbox({ leadCount: 300, messy: true, now: "2025-06-30T12:00:00Z" });
  api = createApi(sandbox.fetch);
  const options = { messages: true, guards: { maxDeleteShare: 1 } };
  await mirrorInto(mirror, options);
  const { leads, chats, items } = sandbox.advance({ deletedShare: 0.05 });
  for (const { deleted } of [leads, chats, items]) expect(deleted.length).toBeGreaterThan(0);
  sandbox.store.leads.push({ id: "lead-x", ...PERSON });
  sandbox.store.chats.push({ cid: "chat-x", uid: "user-x", lastMessageTime: 1_700_000_000, source: "website" });
  await mirrorInto(mirror, options);
});

afterAll(() => rm(folder, { recursive: true }));

async function mirrorInto(path: string, options: Partial<SyncOptions>): Promise<void> {
  const sync = createSync({ client: api, target: sqliteTarget(path), ...options });
  const { streams } = await sync.run({ mode: "full" });
  await sync.close();
  for (const { status } of Object.values(streams)) expect(status).toBe("done");
}

interface QuestionResponse extends Response {
  /** The records of the file that an export wrote, in the order of their keys. */
  readonly exported: readonly unknown[];
}

async function call(options: Omit<McpServerOptions, "client">, name: string, input: object): Promise<QuestionResponse> {
  const assistant = await connect({ client: api, ...options }, { writesFiles: true });
  const response = await assistant.call(name, input);
  const link = response.content.find((part) => part.type === "resource_link");
  const text = link ? await readFile(fileURLToPath(link.uri), "utf8") : "";
  const lines = text.split("\n").filter(Boolean);
  return { ...response, exported: lines.map((line) => JSON.parse(line)).sort(byKey) };
}

function byKey(one: Record<string, string>, other: Record<string, string>): number {
  const [a = "", b = ""] = [one, other].map(({ id, cid }) => id ?? cid);
  return a < b ? -1 : 1;
}

/** Texts as the mirror stores them: without characters that databases reject. */
function storable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === "string" ? inner.replaceAll("\0", "\u2400").replaceAll(/\p{Surrogate}/gu, "\uFFFD") : inner,
  );
}

const QUESTIONS: readonly (readonly [name: string, input: object])[] = [
  ["count_records", { stream: "leads", by: "source" }],
  ["count_records", { stream: "leads", by: "created" }],
  ["count_records", { stream: "chats", by: "source" }],
  [
    "count_records",
    { stream: "chats", by: "source", where: [{ field: "lastMessageTime", op: ">=", value: "2025-06-20" }] },
  ],
  ["count_records", { stream: "spaces", by: "id" }],
  ["count_records", { stream: "items", by: "updated", spaceId: "space-customers" }],
  ["find_person", { uid: "user-x" }],
  ["find_person", { email: "jane.doe@example.com" }],
  ["find_person", { phone: "358401234567" }],
  ["export_records", { stream: "leads", format: "ndjson" }],
  ["export_records", { stream: "chats", format: "ndjson" }],
  ["export_records", { stream: "items", format: "ndjson", spaceId: "space-customers" }],
];

test.for(
  (["masked", "full", "none"] as const).flatMap((personal) =>
    QUESTIONS.map(([name, input]) => ({ personal, name, input })),
  ),
)("the mirror gives what the API gives: $personal $name $input", async ({ personal, name, input }) => {
  const expected = await call({ personal }, name, input);
  const before = sandbox.requests.length;
  const response = await call({ personal, mirror }, name, input);
  expect(sandbox.requests).toHaveLength(before);
  expect(expected.isError, expected.text).toBe(false);
  expect(sorted(response.data)).toEqual(sorted(storable(expected.data)));
  expect(response.exported).toEqual(storable(expected.exported));
  expect(Object.keys(response.data).length + response.exported.length).toBeGreaterThan(0);
  expect(response.parts[0]).toMatch(/Read \w+ from the mirror, as of \d{4}-\d\d-\d\dT[\d:.]+Z\./);
  expect(Buffer.byteLength(response.text)).toBeLessThanOrEqual(8000);
});

/** Groups of the same size are in the order in which they were found. */
function sorted(data: unknown): unknown {
  const { groups, ...rest } = data as { readonly groups?: readonly object[] };
  return groups ? { ...rest, groups: groups.map((group) => JSON.stringify(group)).sort() } : rest;
}

test.for([
  ["count_records", { stream: "items", by: "updated", spaceId: "nope" }],
  ["count_records", { stream: "items", by: "updated" }],
  ["count_records", { stream: "leads", by: "email" }],
  ["find_person", { phone: "12" }],
  ["export_records", { stream: "items", format: "csv", spaceId: "nope" }],
] as const)("the mirror rejects like the API: %s %j", async ([name, input]) => {
  const expected = await call({}, name, input);
  expect(expected.isError).toBe(true);
  expect(await call({ mirror }, name, input)).toEqual(expected);
});

const PERIOD = { from: "2025-06-24T00:00:00Z", to: "2025-06-30T23:59:59Z" };

test.for(["masked", "full", "none"] as const)("the mirror counts chats as the API does: %s", async (personal) => {
  const { data: expected } = await call({ personal }, "compare_statistics", PERIOD);
  const before = sandbox.requests.length;
  const { data, parts } = await call({ personal, mirror }, "compare_statistics", PERIOD);
  expect(sandbox.requests).toHaveLength(before);
  const change = { totalChats: (expected.change as Record<string, number>).totalChats };
  expect(data).toEqual({ period: countsOf(expected.period), before: countsOf(expected.before), change });
  expect(data).toMatchObject({ period: { totalChats: expect.toSatisfy((total) => total > 0) } });
  expect(parts[0]).toMatch(/Read chats from the mirror, as of .+ get_chat_statistics has averageResponseTime/);
});

/** The figures that chats contain; only the API has the others. */
function countsOf(statistics: unknown): object {
  const { averageResponseTime: _, satisfactionScore: __, chatDurations: ___, ...counts } = Object(statistics);
  const chatsByAgent = counts.chatsByAgent.map(
    ({ averageResponseTime: ____, ...agent }: Record<string, unknown>) => agent,
  );
  return { ...counts, chatsByAgent };
}

test("records that the mirror lacks come from the API", async () => {
  const path = join(folder, "leads.db");
  await mirrorInto(path, { streams: ["leads"] });
  for (const [name, input] of [
    ["count_records", { stream: "chats", by: "source" }],
    ["compare_statistics", PERIOD],
  ] as const) {
    const response = await call({ mirror: path }, name, input);
    expect(response.parts[0]).not.toContain("mirror");
    expect(response.data).toEqual((await call({}, name, input)).data);
  }
});

test("a mirror of several accounts is not read, since its records would be mixed", async () => {
  const path = join(folder, "two.db");
  for (const account of ["one", "two"]) await mirrorInto(path, { account, streams: ["leads"] });
  const response = await call({ mirror: path }, "count_records", { stream: "leads", by: "source" });
  expect(response.parts[0]).not.toContain("mirror");
  expect(response.data.total).toBe(sandbox.store.leads.length);
});

test("a redacted mirror is not read, since no person would be found in it", async () => {
  const path = join(folder, "redacted.db");
  const redact = (value: string): string => `hmac:${value.length}`;
  await mirrorInto(path, { redact });
  for (const [name, input] of [
    ["find_person", { email: "jane.doe@example.com" }],
    ["count_records", { stream: "leads", by: "source" }],
    ["compare_statistics", PERIOD],
  ] as const) {
    const response = await call({ mirror: path }, name, input);
    expect(response.parts[0]).toMatch(/Called the API instead of reading \w+ from the mirror, whose personal values/);
    expect(response.data).toEqual((await call({}, name, input)).data);
  }
  const { data } = await call({ mirror: path }, "find_person", { email: "jane.doe@example.com" });
  expect(data).toMatchObject({ leadCount: 1, chatCount: 1 });
});

test("items that do not name their space are read from the API", async () => {
  const path = join(folder, "homeless.db");
  const client = createApi(async (input, init) => {
    const response = await sandbox.fetch(input, init);
    return new Response((await response.text()).replaceAll('"space_id":', '"home":'), response);
  });
  await mirrorInto(path, { client, streams: ["items"] });
  const input = { stream: "items", by: "updated", spaceId: "space-customers" };
  const response = await call({ mirror: path }, "count_records", input);
  expect(response.parts[0]).not.toContain("mirror");
  expect(response.data).toEqual((await call({}, "count_records", input)).data);
});

test("a mirror that cannot be opened is rejected with the reason of SQLite", async () => {
  const path = join(folder, "unreadable.db");
  await copyFile(mirror, path);
  await mkdir(`${path}-wal`);
  const { text } = await call({ mirror: path }, "count_records", { stream: "leads", by: "source" });
  expect(text).toContain("and that can be opened (unable to open database file)");
});

test.for(["", "no database"])("a file that is no mirror is rejected: %j", async (content) => {
  const path = join(folder, "other.db");
  await writeFile(path, content);
  const response = await call({ mirror: path }, "count_records", { stream: "leads", by: "source" });
  const text = expect.stringContaining("the mirror must be a file that serviceform sync writes");
  expect(response).toMatchObject({ isError: true, text });
});
