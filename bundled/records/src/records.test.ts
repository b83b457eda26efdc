import { operations, type SchemaDescription, schemas } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { columnsNamed, columnsOf, parseFields, pickFields, summaryFields } from "./columns.js";
import { matches, parseCondition, validateCondition } from "./condition.js";
import { dropPersonal, maskRecord } from "./mask.js";
import { parseTime } from "./parse-time.js";
import { printableJson } from "./printable-json.js";
import { readTime } from "./read-time.js";

const field = { type: "string", required: false, personal: false, summary: false, description: "" } as const;
const own: { readonly [name: string]: SchemaDescription } = {
  Person: {
    key: "id",
    fields: {
      id: { ...field, required: true, summary: true },
      name: { ...field, personal: true },
      email: { ...field, personal: true },
      phone: { ...field, personal: true },
      page_url: { ...field, personal: true },
      notes: { ...field, type: "array", personal: true },
      visits: { ...field, type: "array", schema: "Visit" },
      age: { ...field, type: "integer" },
      member: { ...field, type: "boolean" },
      seen: { ...field, type: "integer", unit: "epoch-seconds" },
      updated: { ...field, format: "date-time" },
    },
  },
  Visit: { fields: { url: { ...field, personal: true }, seconds: { ...field, type: "number" } } },
};
const NOW = Date.parse("2025-06-30T12:00:00Z");

test("every list of the contract has columns, and a summary of scalar fields", () => {
  const elements = Object.values(operations).flatMap(({ element }) => (element === undefined ? [] : [element]));
  expect(elements.length).toBeGreaterThan(0);
  for (const element of elements) {
    const columns = new Map(columnsOf(element).map((column) => [column.name, column]));
    expect([...columns.keys()]).toEqual(Object.keys(schemas[element]?.fields ?? {}));
    for (const name of summaryFields(element)) expect(columns.get(name)?.type).not.toMatch(/array|object/);
  }
});

test("a schema without marked fields is summarized by its scalar fields", () => {
  expect(summaryFields("Visit", own)).toEqual(["url", "seconds"]);
});

test("parseFields rejects an unknown field and lists the known ones", () => {
  expect(parseFields("email, id,email", "Person", own)).toEqual(["email", "id"]);
  expect(() => parseFields("id,mail", "Visit", own)).toThrow('unknown field "id"; expected url, seconds');
  expect(() => parseFields("url,", "Visit", own)).toThrow("fields must be names separated by commas");
  expect(() => parseFields("__proto__", "Visit", own)).toThrow('unknown field "__proto__"');
  expect(columnsNamed(["seconds", "url"], "Visit", own).map(({ name }) => name)).toEqual(["seconds", "url"]);
  expect(pickFields({ b: 1, a: null }, ["a", "c", "b"])).toEqual({ a: null, b: 1 });
});

const person = {
  id: "p-1",
  name: "Änne",
  email: "jane@example.com",
  phone: "+358 40 123 4547",
  page_url: "https://shop.example/cart?email=jane@example.com",
  notes: ["call me", { by: "Bob" }],
  visits: [{ url: "https://a.example/x", seconds: 3 }, "odd"],
  unknown: "Jane",
};

test("a masked record keeps the visible part of each personal value", () => {
  expect(maskRecord(person, "Person", own)).toEqual({
    id: "p-1",
    name: "Ä***",
    email: "j***@example.com",
    phone: "***47",
    page_url: "https://shop.example",
    notes: ["***", { by: "***" }],
    visits: [{ url: "https://a.example", seconds: 3 }, "***"],
    unknown: "***",
  });
});

test.for([
  { name: "a text in a field of email addresses", record: { email: "call Jane" }, masked: { email: "***" } },
  { name: "a text in a field of phone numbers", record: { phone: "ask Jane" }, masked: { phone: "***" } },
  {
    name: "an email address in a field of names",
    record: { name: "jane@x.example" },
    masked: { name: "j***@x.example" },
  },
  { name: "an emoji in front of a name", record: { name: "😀 Jane" }, masked: { name: "😀***" } },
  { name: "a number where text is expected", record: { name: 42 }, masked: { name: "4***" } },
  { name: "an invalid URL", record: { page_url: "http://[" }, masked: { page_url: "***" } },
  { name: "null and an empty text", record: { name: null, email: "" }, masked: { name: null, email: "" } },
])("a mask hides $name", ({ record, masked }) => {
  expect(maskRecord(record, "Person", own)).toEqual(masked);
});

test("dropPersonal keeps the other fields of the schema at every level", () => {
  expect(dropPersonal(person, "Person", own)).toEqual({ id: "p-1", visits: [{ seconds: 3 }] });
});

test.for([
  { name: "a text instead of records", record: { visits: "I am Jane" }, masked: { visits: "***" }, kept: {} },
  { name: "a number instead of records", record: { visits: 401234567 }, masked: { visits: "***" }, kept: {} },
  {
    name: "texts among records, at any depth",
    record: { visits: ["https://a.example/?email=jane@x.example", ["Jane", { url: "", seconds: 3 }], null] },
    masked: { visits: ["https://a.example", ["***", { url: "", seconds: 3 }], null] },
    kept: { visits: [[{ seconds: 3 }], null] },
  },
  {
    name: "an object instead of a number",
    record: { age: { email: "jane@x.example" } },
    masked: { age: { email: "j***@x.example" } },
    kept: {},
  },
  { name: "an array in a field of names", record: { name: ["Jane"] }, masked: { name: ["J***"] }, kept: {} },
  { name: "null instead of records", record: { visits: null }, masked: { visits: null }, kept: { visits: null } },
])("a value of another shape than its field is personal: $name", ({ record, masked, kept }) => {
  expect(maskRecord(record, "Person", own)).toEqual(masked);
  expect(dropPersonal(record, "Person", own)).toEqual(kept);
});

const conditions: { condition: string; record: object; isMatch: boolean }[] = [
  { condition: "name = Jane", record: { name: "Jane" }, isMatch: true },
  { condition: "name=Jane", record: { name: "jane" }, isMatch: false },
  { condition: "name != Jane", record: {}, isMatch: true },
  { condition: "name != Jane", record: { name: null }, isMatch: true },
  { condition: "name = Jane", record: {}, isMatch: false },
  { condition: 'name = "Jane"', record: { name: "Jane" }, isMatch: true },
  { condition: "name = ' Jane '", record: { name: " Jane " }, isMatch: true },
  { condition: 'name = ""', record: { name: "" }, isMatch: true },
  { condition: 'name ~ "', record: { name: '6" pipe' }, isMatch: true },
  { condition: 'visits ~ "url":""', record: { visits: [{ url: "" }] }, isMatch: true },
  { condition: 'visits ~ "url":""', record: { visits: [{ url: "x" }] }, isMatch: false },
  { condition: "name ~ AN", record: { name: "Jane" }, isMatch: true },
  { condition: "notes ~ call", record: { notes: ["Call me"] }, isMatch: true },
  { condition: "age >= 18", record: { age: 18 }, isMatch: true },
  { condition: "age < 9", record: { age: 10 }, isMatch: false },
  { condition: "age < 9", record: { age: "8" }, isMatch: false },
  { condition: "member = true", record: { member: true }, isMatch: true },
  { condition: "updated >= 2025-06-01", record: { updated: "2025-06-01T02:00:00+02:00" }, isMatch: true },
  { condition: "updated = 2025-06-01T00:00:00Z", record: { updated: "2025-06-01T02:00:00.000+02:00" }, isMatch: true },
  { condition: "updated < 30d", record: { updated: "2025-05-31T11:59:59Z" }, isMatch: true },
  { condition: "updated < 30d", record: { updated: "no time" }, isMatch: false },
  { condition: "updated != 30d", record: { updated: "no time" }, isMatch: true },
  { condition: "updated >= 2000-01-01", record: { updated: "call me 5" }, isMatch: false },
  { condition: "seen > 12h", record: { seen: NOW / 1_000 - 43_199 }, isMatch: true },
  { condition: "seen = 1751284800", record: { seen: 1_751_284_800 }, isMatch: true },
];

test.for(conditions)("$condition is $isMatch for $record", ({ condition, record, isMatch }) => {
  const parsed = parseCondition(condition, "Person", { schemas: own, now: NOW });
  expect(matches({ ...record }, [parsed], "Person", own)).toBe(isMatch);
});

test("a record must match all conditions", () => {
  const parse = (text: string) => parseCondition(text, "Person", { schemas: own });
  const conditions = [parse("age > 1"), parse("age < 3")];
  expect([1, 2, 3].map((age) => matches({ age }, conditions, "Person", own))).toEqual([false, true, false]);
});

test.for([
  { text: "age", message: "condition must be FIELD OP VALUE, where OP is one of != <= >= = < > ~" },
  { text: "mail = x", message: 'unknown field "mail"; expected id, name, email' },
  { text: "age = many", message: "value of age must be a number" },
  { text: "age =", message: "value of age must be a number" },
  { text: "age = ' '", message: "value of age must be a number" },
  { text: "seen > ' '", message: "value of seen must be a time" },
  { text: "member = yes", message: "value of member must be true or false" },
  { text: "updated > soon", message: "value of updated must be a time, such as" },
  { text: "seen > ", message: "value of seen must be a time" },
])("the condition $text is rejected", ({ text, message }) => {
  expect(() => parseCondition(text, "Person", { schemas: own })).toThrow(message);
});

test("a condition of another operator is rejected", () => {
  // As parsed from JSON, without type checks.
  const condition = { field: "age", op: "like" as "~", value: 1 };
  expect(() => validateCondition(condition, "Person", { schemas: own })).toThrow('unknown operator "like"');
});

test.for([
  ["now", NOW],
  ["15m", NOW - 900_000],
  ["12h", NOW - 43_200_000],
  ["30d", NOW - 2_592_000_000],
  ["2025-06-30", Date.parse("2025-06-30T00:00:00Z")],
  ["2025-06-30T12:00", NOW],
  ["2025-06-30T14:00:00+02:00", NOW],
  ["30", undefined],
  ["yesterday", undefined],
  ["2025-13-01", undefined],
  ["2025-02-30", undefined],
  ["2025-06-31T12:00:00Z", undefined],
  ["2024-02-29", Date.parse("2024-02-29T00:00:00Z")],
  ["2025-06-30T25:00", undefined],
  // Other formats would depend on the time zone of the machine.
  ["2025-06-30t12:00", undefined],
  ["999999999d", undefined],
] as const)("the time %s is read in UTC", ([text, time]) => {
  expect(parseTime(text, NOW)).toBe(time);
});

test.for([
  { value: "2024-03-31T03:30:00+05:30", time: "2024-03-30T22:00:00.000Z" },
  { value: "2024-03-31 03:30:00.5z", time: "2024-03-31T03:30:00.500Z" },
  { value: "2024-03-31T03:30:00", time: "2024-03-31T03:30:00.000Z" },
  { value: "2024-02-29T12:00:00Z", time: "2024-02-29T12:00:00.000Z" },
  { value: "2024-02-30T12:00:00Z", time: undefined },
  { value: "call me 5", time: undefined },
  { value: "30d", time: undefined },
  { value: "now", time: undefined },
  { value: 1_700_000_000, time: undefined },
])("the value $value of a time field is the time $time", ({ value, time }) => {
  expect(readTime(value, { format: "date-time" })).toBe(time === undefined ? undefined : Date.parse(time));
});

test("epoch seconds are read as numbers that a date can hold", () => {
  expect([1.5, 1e300, "1.5", null].map((value) => readTime(value, { unit: "epoch-seconds" }))).toEqual([
    1500,
    undefined,
    undefined,
    undefined,
  ]);
});

test("printable JSON has no control characters or direction marks, and is the same value", () => {
  const text = "\u009b1m \u202eevil \u{e0067}\u200d \ud83d\ude00 \ud800";
  const json = printableJson(JSON.stringify({ text }));
  expect(json).toBe('{"text":"\\u009b1m \\u202eevil \\udb40\\udc67\u200d \ud83d\ude00 \\ud800"}');
  expect(JSON.parse(json)).toEqual({ text });
});
