import { type Operation, operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import type { Extra } from "../options/call-options.js";
import { writeMembers } from "./serialize-body.js";
import { writeQuery } from "./serialize-query.js";
import { addExtra, splitInput } from "./split-input.js";

const { createItem, getChatStatistics, getItem, listChats, deleteItem, listLeads } = operationTable;

function add(operation: Operation, input: unknown, extra: unknown): string {
  const { query, body } = addExtra(operation, splitInput(operation, input), extra as Extra | undefined);
  return `${writeQuery(query)} ${body ? writeMembers("", body) : ""}`.trim();
}

test.for([
  [createItem, { spaceId: "s", primary_field: "x" }, { body: { notes: ["n"] } }, '{"primary_field":"x","notes":["n"]}'],
  [createItem, { spaceId: "s", primary_field: "x" }, { query: { page: 2 } }, '?page=2 {"primary_field":"x"}'],
  [getChatStatistics, { metrics: ["a"] }, { query: { "b&c": ["d", "e"] } }, "?metrics=a&b%26c=d&b%26c=e"],
  [listLeads, {}, { query: { after: "1" }, body: undefined }, "?after=1"],
  [listChats, {}, { body: { after: 1, none: undefined } }, '{"after":1}'],
  [listChats, {}, { body: JSON.parse('{"__proto__":1}') }, '{"__proto__":1}'],
  [listLeads, {}, { query: JSON.parse('{"__proto__":1}') }, "?__proto__=1"],
  [{ ...listLeads, method: "POST" }, {}, { body: { a: 1 } }, '{"a":1}'],
  [{ ...deleteItem, bodyKeys: ["reason"] }, { spaceId: "s", itemId: "i" }, { body: { a: 1 } }, '{"a":1}'],
  [createItem, { spaceId: "s", primary_field: "x" }, {}, '{"primary_field":"x"}'],
  [createItem, { spaceId: "s", primary_field: "x" }, undefined, '{"primary_field":"x"}'],
] as const)("addExtra adds fields that the contract does not have: %#", ([operation, input, extra, sent]) => {
  expect(add(operation as Operation, input, extra)).toBe(sent);
});

test.for([
  ["extra.query.startTime", getChatStatistics, { query: { startTime: "1" } }],
  ["extra.query.limit", listChats, { query: { limit: 1 } }],
  ["extra.query.limit", listChats, { query: { limit: undefined } }],
  ["extra.body.limit", listChats, { body: { limit: 1 } }],
  ["extra.body", listLeads, { body: { a: 1 } }],
  ["extra.body", listLeads, { body: {} }],
  ["extra.body", { ...listLeads, method: "HEAD" }, { body: { a: 1 } }],
  ["extra.body", { ...listLeads, method: "DELETE" }, { body: { a: 1 } }],
  ["extra.query", listLeads, { query: new Map([["a", 1]]) }],
  ["extra.query", listLeads, { query: new URLSearchParams("a=1") }],
  ["extra.query", listLeads, { query: { [Symbol("a")]: 1 } }],
  ["extra.query", listLeads, { query: ["a"] }],
  ["extra.body", listChats, { body: ["a"] }],
  ["extra.body", listChats, { body: new Date(0) }],
  ["a", listLeads, { query: { a: new Date(0) } }],
  ["a[0]", listChats, { body: { a: [undefined] } }],
] as const)("addExtra rejects %s, an input or a field that would be lost: %#", ([param, operation, extra]) => {
  const error = { code: "invalid_input", param, message: expect.stringMatching(/ must /) };
  expect(() => add(operation as Operation, {}, extra)).toThrow(expect.objectContaining(error));
});

test.for([
  [listLeads, { a: 1 }, "unknown_input", "a", 'unknown input "a"; expected none'],
  [getItem, { a: 1 }, "unknown_input", "a", 'unknown input "a"; expected spaceId, itemId'],
  [getItem, { spaceId: "s" }, "missing_input", "itemId", "itemId is required"],
  [getItem, { spaceId: "s", itemId: undefined }, "missing_input", "itemId", "itemId is required"],
] as const)("splitInput rejects an input: %#", ([operation, input, code, param, message]) => {
  expect(() => splitInput(operation, input)).toThrow(expect.objectContaining({ code, param, message }));
});

test("addExtra rejects path parameters", () => {
  for (const part of ["query", "body"]) {
    const extra = { [part]: { itemId: "other" } };
    const operation: Operation = { ...getItem, method: "POST" };
    expect(() => add(operation, { spaceId: "s", itemId: "i" }, extra)).toThrow(
      expect.objectContaining({ param: `extra.${part}.itemId` }),
    );
  }
});

test("addExtra reads each field once", () => {
  let reads = 0;
  const body = Object.defineProperty({}, "a", { enumerable: true, get: () => (reads++ ? new Date(0) : "first") });
  expect(add(listChats, {}, { body })).toBe('{"a":"first"}');
  expect(reads).toBe(1);
});
