import { schemas } from "@serviceform/types/describe";
import fc from "fast-check";
import { expect, test } from "vitest";
import { apiContract } from "../src/contract.js";
import { toToolName } from "../src/tools/tool.js";
import { type Assistant, connect } from "./connect.js";
import { withoutFiles } from "./without-files.js";

const LEAD_FIELDS = Object.keys(schemas.Lead?.fields ?? {});
const CHAT_FIELDS = Object.keys(schemas.Chat?.fields ?? {});

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ minLength: 2000, maxLength: 3000 }),
  fc.constant("é".repeat(9000)),
);
const where = (fields: readonly string[]): fc.Arbitrary<object[]> =>
  fc.array(
    fc.record({
      field: fc.constantFrom(...fields),
      op: fc.constantFrom("=", "!=", "~", "<"),
      value: fc.oneof(text, fc.integer()),
    }),
    { maxLength: 2 },
  );
const list = (fields: readonly string[]): fc.Arbitrary<object> =>
  fc.record(
    {
      fields: fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1 }),
      where: where(fields),
      limit: fc.integer({ min: 1, max: 100 }),
      cursor: fc.constant("nope"),
      showMessages: fc.boolean(),
    },
    { requiredKeys: [] },
  );

/** Any operation that has a tool, with any value for each parameter. */
const anyOperation = fc
  .constantFrom(...Object.entries(withoutFiles(apiContract).operations))
  .chain(([id, { input }]) =>
    fc.tuple(
      fc.constant(toToolName(id)),
      fc.record(
        Object.fromEntries(Object.keys(Object(input.properties)).map((key) => [key, fc.oneof(text, fc.jsonValue())])),
      ),
    ),
  );

/** Tools with inputs that are valid, nearly valid, or anything. */
const calls: fc.Arbitrary<readonly [name: string, input: object]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant("list_leads"), list(LEAD_FIELDS)) },
  { weight: 4, arbitrary: fc.tuple(fc.constant("list_chats"), list(CHAT_FIELDS)) },
  fc.tuple(fc.constant("list_spaces"), fc.record({ fields: fc.constant(["id", "fields"]) })),
  fc.tuple(fc.constant("list_items"), fc.record({ spaceId: fc.oneof(fc.constant("space-customers"), text) })),
  fc.tuple(fc.constant("get_item"), fc.record({ spaceId: text, itemId: text })),
  fc.tuple(
    fc.constant("delete_item"),
    fc.record({ spaceId: text, itemId: text, confirm: text }, { requiredKeys: ["spaceId", "itemId"] }),
  ),
  fc.tuple(fc.constant("create_item"), fc.record({ spaceId: fc.constant("space-customers"), primary_field: text })),
  fc.tuple(
    fc.constant("update_item"),
    fc.record({
      spaceId: fc.constant("space-customers"),
      itemId: fc.oneof(fc.constant("item-1"), text),
      primary_field: text,
    }),
  ),
  fc.tuple(
    fc.constant("count_records"),
    fc.record({
      stream: fc.constantFrom("leads", "chats"),
      by: fc.constantFrom("source", "created", "uid", "name", "cid", "id"),
    }),
  ),
  fc.tuple(fc.constant("find_person"), fc.record({ uid: fc.constantFrom("user-1", "user-2") })),
  fc.tuple(fc.constant("find_person"), fc.record({ email: text })),
  anyOperation,
  fc.tuple(
    fc.constantFrom("get_chat_statistics", "compare_statistics", "list_leads"),
    fc.dictionary(fc.string(), fc.jsonValue()),
  ),
);

async function assertWithinBudget(
  assistants: readonly Assistant[],
  maxBytes: number,
  numRuns: number,
  inputs: fc.Arbitrary<readonly [name: string, input: object]> = calls,
): Promise<void> {
  const property = fc.asyncProperty(inputs, fc.nat(assistants.length - 1), async ([name, input], index) => {
    const { parts } = await (assistants[index] as Assistant).call(name, input);
    const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
    expect({ name, bytes, isWithin: bytes <= maxBytes }).toMatchObject({ isWithin: true });
    expect(bytes).toBeGreaterThan(0);
  });
  await fc.assert(property, { numRuns, seed: 1 });
}

async function createAssistants(maxBytes: number, leadCount: number): Promise<readonly Assistant[]> {
  const options = { write: true, delete: true, maxBytes };
  const sandbox = { leadCount };
  return Promise.all([
    connect({ ...options }, { sandbox }),
    connect({ ...options, personal: "full" }, { sandbox }),
    connect({ ...options, personal: "none", lockdown: true }, { sandbox }),
  ]);
}

test.for([1000, 8000])("every response of any tool and input stays within %d bytes", async (maxBytes) => {
  await assertWithinBudget(await createAssistants(maxBytes, 300), maxBytes, 300);
});

/** Whole lists, each read once: grouped by a unique field, one person, no match, and the figures of all chats. */
const SCANS: readonly (readonly [name: string, input: object])[] = [
  ["count_records", { stream: "leads", by: "id" }],
  ["find_person", { email: "é".repeat(9000) }],
  ["list_leads", { fields: LEAD_FIELDS, where: [{ field: "source", op: "=", value: "none" }] }],
  ["compare_statistics", { from: "2020-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" }],
];

/** Pages that end when they are full: the download is cancelled, so many of them take little time. */
const pages: fc.Arbitrary<readonly [name: string, input: object]> = fc.oneof(
  fc.tuple(fc.constant("list_leads"), fc.record(pageOf(LEAD_FIELDS))),
  fc.tuple(fc.constant("list_chats"), fc.record({ ...pageOf(CHAT_FIELDS), showMessages: fc.boolean() })),
);

function pageOf(fields: readonly string[]): { fields: fc.Arbitrary<string[]>; limit: fc.Arbitrary<number> } {
  return {
    fields: fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1 }),
    limit: fc.integer({ min: 1, max: 100 }),
  };
}

/** More than the 10 000 groups that `count_records` keeps, and 100 times what fits into a response. */
const MANY_LEADS = 12_000;

test("every response stays within its size with 12 000 leads", async () => {
  const assistants = await createAssistants(8000, MANY_LEADS);
  await assertWithinBudget(assistants, 8000, 30, pages);
  for (const [index, scan] of SCANS.entries()) {
    const assistant = assistants[index % assistants.length] as Assistant;
    await assertWithinBudget([assistant], 8000, 1, fc.constant(scan));
  }
}, 300_000);

test("each tool is called, at random or with 12 000 leads", async () => {
  const [{ client }] = (await createAssistants(8000, 10)) as [Assistant];
  const { tools } = await client.listTools();
  const called = new Set([...SCANS, ...fc.sample(calls, { numRuns: 1000, seed: 1 })].map(([name]) => name));
  expect([...called].sort()).toEqual(tools.map(({ name }) => name).sort());
});

test("a record that is larger than a response is cut, and a cursor leads past it", async () => {
  const { call, sandbox } = await connect({ personal: "full" });
  const history = Array.from({ length: 50 }, (_, index) => ({ id: `m${index}`, message: "long ".repeat(8000) }));
  sandbox.store.leads.splice(0, sandbox.store.leads.length, { id: "huge", history }, { id: "next" });
  const first = await call("list_leads", { fields: ["id", "history"], limit: 5 });
  expect(first.text.length).toBeLessThanOrEqual(8000);
  expect(first.parts[0]).toContain("Long values are cut; name single fields");
  expect(first.data.items).toMatchObject([{ id: "huge" }]);
  const second = await call("list_leads", { fields: ["id", "history"], limit: 5, cursor: first.data.nextCursor });
  expect(second.data.items).toEqual([{ id: "next" }]);
});
