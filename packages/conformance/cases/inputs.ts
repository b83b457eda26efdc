import type { OperationId } from "@serviceform/types";
import type { Case } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

const required: Partial<Record<OperationId, string[]>> = {
  listItems: ["spaceId"],
  createItem: ["spaceId", "primary_field"],
  getItem: ["spaceId", "itemId"],
  updateItem: ["spaceId", "itemId", "primary_field"],
  deleteItem: ["spaceId", "itemId"],
};

const refuses = (key: string): Case["expect"] => ({
  error: "ConfigurationError",
  says: [key],
  with: { attempts: 0, mayHaveSucceeded: false },
});

const cyclic: Record<string, unknown> = { list: [] };
(cyclic.list as unknown[]).push(cyclic);
class Point {
  x = 1;
}

/** What JSON would change, drop or choke on. */
const notJson: (readonly [name: string, value: unknown])[] = [
  ["a date", new Date(0)],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["a bigint", 1n],
  ["a map", new Map([["a", 1]])],
  ["a set", new Set([1])],
  ["a symbol", Symbol("x")],
  ["a function", () => 1],
  ["a class instance", new Point()],
  ["an object with toJSON", { toJSON: () => "x" }],
  ["bytes", new Uint8Array(2)],
  ["an array buffer", new ArrayBuffer(2)],
  ["a regular expression", /x/],
  ["an error", new Error("x")],
  ["a promise", Promise.resolve(1)],
  ["a String object", new String("x")],
  ["a URL", new URL("https://a.example")],
  ["a cycle", cyclic],
  ["an array with undefined", [undefined]],
  ["an array with a hole", new Array(2)],
  ["a date inside", { a: [{ b: new Date(0) }] }],
  ["NaN inside", { a: [1, Number.NaN] }],
  ["a bigint inside", [[1n]]],
  ["toJSON inside", { a: { toJSON: () => 1 } }],
  ["an array with toJSON", Object.assign([1], { toJSON: () => 2 })],
];

const json: (readonly [name: string, value: unknown])[] = [
  ["null", null],
  ["an empty text", ""],
  ["text with quotes, line breaks and emoji", 'a"\\\n\u0000😀'],
  ["a nested object", { a: [1, { b: null }], c: false }],
  ["an object without prototype", Object.assign(Object.create(null), { a: 1 })],
  ["a number", -1.5e-7],
];

const notQuery: (readonly [name: string, value: unknown])[] = [
  ["a date", new Date(0)],
  ["null", null],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["a bigint", 1n],
  ["an object", { a: 1 }],
  ["a map", new Map()],
  ["a symbol", Symbol("x")],
  ["a function", () => 1],
  ["an object with toJSON", { toJSON: () => "x" }],
  ["a String object", new String("x")],
  ["a lone surrogate", "\ud800"],
  ["an array with a date", ["a", new Date(0)]],
  ["an array with undefined", [undefined]],
  ["an array with null", [null]],
  ["an array in an array", [["a"]]],
  ["an empty array", []],
];

const query: (readonly [value: unknown, query: string])[] = [
  ["", "startTime="],
  ["a b&c=d#e+f%", "startTime=a%20b%26c%3Dd%23e%2Bf%25"],
  ["ü😀", "startTime=%C3%BC%F0%9F%98%80"],
  [0, "startTime=0"],
  [-1.5, "startTime=-1.5"],
  [false, "startTime=false"],
  [["a", 1, true], "startTime=a&startTime=1&startTime=true"],
];

const create = { operation: "createItem", input: { spaceId: "s", primary_field: "x" } } as const;

export const inputs: Case[] = [
  ...operationIds.flatMap((operation): Case[] => [
    ...["nonsense", "signal", "space_id", "toString", "constructor"].map((key) => ({
      title: `${operation} refuses the unknown key ${key}`,
      operation,
      input: { ...samples[operation].input, [key]: "x" },
      expect: refuses(key),
    })),
    ...(required[operation] ?? []).flatMap((key): Case[] => [
      {
        title: `${operation} refuses an input without ${key}`,
        operation,
        input: Object.fromEntries(Object.entries(samples[operation].input ?? {}).filter(([name]) => name !== key)),
        expect: refuses(key),
      },
      {
        title: `${operation} refuses ${key}: undefined`,
        operation,
        by: "safe",
        input: { ...samples[operation].input, [key]: undefined },
        expect: refuses(key),
      },
    ]),
    ...[null, "s1", 5, ["s1"], () => {}].map((input) => ({
      title: `${operation} refuses an input that is ${input === null ? "null" : Array.isArray(input) ? "an array" : `a ${typeof input}`}`,
      operation,
      input,
      expect: { error: "ConfigurationError", says: ["input"] } as const,
    })),
  ]),
  {
    title: "an unknown key that JSON names __proto__ is refused",
    operation: "listChats",
    input: JSON.parse('{"__proto__":1}'),
    expect: refuses("__proto__"),
  },
  ...notJson.map(
    ([name, value]): Case => ({
      ...create,
      title: `a body value is refused: ${name}`,
      input: { ...create.input, primary_field: value },
      expect: refuses("primary_field"),
    }),
  ),
  {
    title: "a refused value deep in a body is named with its place",
    ...create,
    input: { spaceId: "s", primary_field: { a: [0, { b: new Date(0) }] } },
    expect: { error: "ConfigurationError", says: ["primary_field", ".b"] },
  },
  ...json.map(
    ([name, value]): Case => ({
      ...create,
      title: `a body value travels as JSON: ${name}`,
      input: { ...create.input, primary_field: value },
      answers: [{ json: {} }],
      requests: [
        {
          line: "POST /flex/spaces/s/items",
          body: { primary_field: value },
          headers: { "content-type": "application/json" },
        },
      ],
      expect: { data: {} },
    }),
  ),
  {
    title: "filters that are undefined are not sent",
    operation: "listChats",
    input: { limit: 1, uid: undefined },
    answers: [{ json: [] }],
    requests: [{ line: "POST /chats", body: { limit: 1 } }],
    expect: { data: [] },
  },
  {
    title: "listChats without input sends an empty filter",
    operation: "listChats",
    answers: [{ json: [] }],
    requests: [{ line: "POST /chats", body: {}, headers: { "content-type": "application/json" } }],
    expect: { data: [] },
  },
  {
    title: "a request without a body has no content type",
    answers: [{ json: [] }],
    requests: [{ line: "GET /leads", headers: { "content-type": undefined } }],
    expect: { data: [] },
  },
  ...notQuery.flatMap(([name, value]): Case[] =>
    ["startTime", "metrics"].map((key) => ({
      title: `a query value is refused: ${name} as ${key}`,
      operation: "getChatStatistics" as const,
      input: { [key]: value },
      expect: refuses(key),
    })),
  ),
  ...query.map(
    ([value, expected]): Case => ({
      title: `the query value ${JSON.stringify(value)} travels as ${expected}`,
      operation: "getChatStatistics",
      input: { startTime: value, endTime: undefined },
      answers: [{ json: {} }],
      requests: [{ line: "GET /statistics/chat", query: expected }],
      expect: { data: {} },
    }),
  ),
];
