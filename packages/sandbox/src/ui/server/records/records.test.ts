import { operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import type { Store } from "../../../seed-data/create-store.js";
import { createLazyArray } from "../../../seed-data/lazy-array.js";
import { createSandbox } from "../../../testing/sandbox.js";
import type { RecordPage } from "../../client/table-description.js";
import { describeTables } from "./describe-tables.js";
import { readRecords } from "./read-records.js";

const SPARE = { name: "", email: "", created: "2025-01-01T00:00:00Z" };

function storeOf(leads: object[]): Store {
  return { ...createSandbox().store, leads: leads as never };
}

function get(store: Store, path: string, query = ""): Promise<Response> {
  return readRecords(store, path.split("/"), new URLSearchParams(query));
}

async function page(store: Store, query = ""): Promise<RecordPage> {
  return (await (await get(store, "leads", query)).json()) as RecordPage;
}

const ids = ({ rows }: RecordPage) => rows.map(({ fields }) => fields.id);

test("the tables, their columns and their actions follow from the contract", () => {
  const tables = describeTables(createSandbox().store);
  expect(tables.map(({ name }) => name)).toEqual(["spaces", "items", "leads", "chats"]);
  const [, items, leads] = tables;
  const ofLeads = Object.keys(operationTable).filter((id) => /^(create|update|delete)Lead$/.test(id));
  expect(Object.values(leads?.actions ?? {}).map(({ operationId }) => operationId)).toEqual(ofLeads);
  expect(items?.columns.map(({ name }) => name)).toEqual(["id", "primary_field", "space_id", "created", "updated"]);
  const [title, path] = [expect.any(String), { spaceId: "space_id", itemId: "id" }];
  expect(items?.actions).toEqual({
    create: { operationId: "createItem", title, path: { spaceId: "space_id" }, body: ["primary_field"] },
    update: { operationId: "updateItem", title, path, body: ["primary_field"] },
    delete: { operationId: "deleteItem", title, path, body: [] },
  });
});

test("a search finds a text in any field and in messages, ignoring case", async () => {
  const history = [{ id: "m", message: "Is there a SLOT on Tuesday?" }];
  const store = storeOf([
    { id: "a", name: "Ärger" },
    { id: "b", history },
    { id: "c", pageviews: 42 },
  ]);
  expect(ids(await page(store, "search=ärg"))).toEqual(["a"]);
  expect(ids(await page(store, "search=slot"))).toEqual(["b"]);
  expect(ids(await page(store, "search=42"))).toEqual(["c"]);
  expect(await page(store, "search=none")).toEqual({ rows: [], start: 0, total: 3, matching: 0, scanned: 3 });
});

test("records are sorted by times, numbers and texts, those without a value last", async () => {
  const store = storeOf([
    { ...SPARE, id: "a", updated: "2025-01-01T02:00:00+02:00", name: "item 10" },
    { ...SPARE, id: "b", updated: "2025-01-01T00:30:00Z", name: "item 9" },
    { id: "c" },
  ]);
  expect(ids(await page(store, "sort=updated"))).toEqual(["a", "b", "c"]);
  expect(ids(await page(store, "sort=updated&descending=true"))).toEqual(["b", "a", "c"]);
  expect(ids(await page(store, "sort=name"))).toEqual(["b", "a", "c"]);
});

test("a page has fifty records with long texts cut, and a record can be read whole", async () => {
  const name = "x".repeat(40_000);
  const store = storeOf(Array.from({ length: 120 }, (_, index) => ({ id: `lead-${index}`, name })));
  const second = await page(store, "page=1");
  expect([second.rows.length, second.start, second.rows[0]?.index, second.matching]).toEqual([50, 50, 50, 120]);
  expect(String(second.rows[0]?.fields.name)).toHaveLength(201);
  expect(await (await get(store, "leads/50", "id=lead-50")).json()).toEqual({ id: "lead-50", name });
  expect((await get(store, "leads/50", "id=lead-120")).status).toBe(404);
  expect((await get(store, "nothing")).status).toBe(404);
});

test.for(["lead-1", "\ud800\r\n&", `${"x".repeat(199)}😀`])("record %j opens after it has moved", async (id) => {
  const record = { id, name: "moved" };
  const store = storeOf([{ id: "lead-0" }, record, { id: "lead-2" }]);
  const [, row] = (await page(store)).rows;
  store.leads.shift();
  const query = new URLSearchParams({ id: String(row?.fields.id) });
  expect(await (await get(store, `leads/${row?.index}`, `${query}`)).json()).toEqual(record);
});

test("the record at the index opens when several have the same ID", async () => {
  const store = storeOf([
    { id: "same", name: "first" },
    { id: "same", name: "second" },
  ]);
  expect(await (await get(store, "leads/1", "id=same")).json()).toMatchObject({ name: "second" });
});

test.for([
  ["leads", "search=none"],
  ["leads", "sort=id"],
  ["leads.csv", "sort=id"],
] as const)("%s?%s reads the first 50 000 records alone", async ([file, query]) => {
  const made = { last: 0 };
  const leads = createLazyArray(60_000, (index) => {
    made.last = Math.max(made.last, index);
    return { id: `lead-${index}` };
  });
  const { body } = await get(storeOf(leads), file, query);
  const reader = body?.getReader();
  // The head of a file of CSV, then the first record, which is known once all are sorted.
  for (let chunk = 0; chunk < 2; chunk += 1) await reader?.read();
  await reader?.cancel();
  // The next one is generated before the limit is reached.
  expect([49_999, 50_000]).toContain(made.last);
});

const csv = async (leads: object[], query = "") => {
  const response = await get(storeOf(leads), "leads.csv", query);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
  const [head = "", ...rows] = text.split("\r\n");
  return { response, head, rows };
};

test("a CSV file has every field of the records that are selected", async () => {
  const { response, head, rows } = await csv([{ id: "b", mobile: true, pageviews: -3 }, { id: "a" }], "sort=id");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="leads.csv"');
  expect(head).toMatch(/^\ufeffid,name,first_name,/);
  expect(rows[0]).toMatch(/^a,/);
  expect(rows[1]).toMatch(/^b,.*,-3,.*,true,/);
  expect(rows).toHaveLength(3);
});

test.for([
  ["=1+1", "'=1+1"],
  ["+358 40", "'+358 40"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", '"\'\tx"'],
  ['say "hi", now', '"say ""hi"", now"'],
  ["a\0b", "a\ufffdb"],
])("no spreadsheet evaluates %j", async ([name, cell]) => {
  const { rows } = await csv([{ id: "a", name }]);
  expect(rows[0]?.startsWith(`a,${cell},`)).toBe(true);
});

test("a line break stays within its cell", async () => {
  const { rows } = await csv([{ id: "a", name: "one\r\ntwo" }]);
  expect(rows.slice(0, 2).join("\r\n")).toMatch(/^a,"one\r\ntwo",/);
});
