import type { Case } from "./case.ts";
import { hidden, listByRule, Point, parent, rejects, rounded } from "./unusual-values.ts";

const shared = { a: 1 };
const cyclic: Record<string, unknown> = { list: [] };
(cyclic.list as unknown[]).push(cyclic);

const self: Record<string, unknown> = {};
self.self = self;
const ring: unknown[] = [];
ring.push(ring);

/** Values that `JSON.stringify` would change, omit or throw for. */
const notJson = listByRule({
  "must be a JSON value; it would be lost or changed": [
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
    ["an array that contains itself", ring],
    ["an object that contains itself", self],
    ["an array with undefined", [undefined]],
    ["an array with a named property in place of a hole", Object.assign(new Array(1), { note: "x" })],
    ["a date inside", { a: [{ b: new Date(0) }] }],
    ["NaN inside", { a: [1, Number.NaN] }],
    ["a bigint inside", [[1n]]],
    ["toJSON inside", { a: { toJSON: () => 1 } }],
    ["a Number object", new Number(1)],
    ["a Boolean object", new Boolean(false)],
    ["a weak map", new WeakMap()],
    ["a typed array of numbers", new Float64Array(1)],
    ["a generator", (function* () {})()],
    ["a function with properties", Object.assign(() => 1, { a: 1 })],
    [
      "an object whose members come from getters of its class",
      Object.create({
        get a() {
          return 1;
        },
      }),
    ],
    ["properties inherited from an object without prototype", Object.setPrototypeOf({ a: 1 }, parent({ b: 2 }))],
    ["inherited properties that are not enumerable", Object.create(hidden(Object.create(null)))],
    ["a symbol that is inherited", Object.create(parent({ [Symbol("s")]: 2 }))],
  ],
  "must have no symbol or hidden keys; they would be lost": [
    ["a key that is a symbol", { a: 1, [Symbol("s")]: 2 }],
    ["a key that is not enumerable", hidden({ a: 1 })],
    ["a getter that is not enumerable", Object.defineProperty({}, "a", { get: () => 1 })],
    ["toJSON that is not enumerable", Object.defineProperty({}, "toJSON", { value: () => 1 })],
    ["a symbol key inside", [{ a: { [Symbol("s")]: 2 } }]],
  ],
  "must have no holes or named keys; they would be lost": [
    ["an array with a hole", new Array(2)],
    ["an array with toJSON", Object.assign([1], { toJSON: () => 2 })],
    ["an array with a named property", Object.assign([1], { note: "x" })],
    ["an array with a negative index", Object.assign([1], { "-1": 0 })],
    ["an array with a symbol", Object.assign([1], { [Symbol("s")]: 2 })],
    ["an array with a hidden property", hidden([1])],
    ["an array of four billion holes", new Array(2 ** 32 - 1)],
    ["what a regular expression has found", /(?<a>x)/.exec("x")],
    ["a named property inside", { a: [Object.assign([], { note: "x" })] }],
  ],
  "must be a safe integer; pass a larger one as a string": [
    ...rounded.map((value) => [`the number ${value}`, value] as const),
    ["a number beyond the safe ones inside", { a: [2 ** 53] }],
  ],
});

const json: (readonly [name: string, value: unknown])[] = [
  ["null", null],
  ["an empty text", ""],
  ["text with quotes, line breaks and emoji", 'a"\\\n\u0000😀'],
  ["a nested object", { a: [1, { b: null }], c: false }],
  ["an object without prototype", Object.assign(Object.create(null), { a: 1 })],
  ["a number", -1.5e-7],
  ["minus zero", -0],
  ["the largest safe integer", Number.MAX_SAFE_INTEGER],
  ["the smallest safe integer", Number.MIN_SAFE_INTEGER],
  ["a number that is no integer beyond them", 4503599627370495.5],
  ["the smallest number", Number.MIN_VALUE],
  ["a key named __proto__", JSON.parse('{"__proto__":{"a":1}}')],
  ["a key named toJSON", { toJSON: "x" }],
  ["a key that is empty, one with a quote, and one that is half of a pair", { "": { "": 1 }, 'a"\n': 1, "\ud800": 2 }],
  ["half of a surrogate pair", "\ud83d"],
  ["an array of another class", class List extends Array {}.from([1, 2, 3])],
  ["the same object twice", [shared, shared]],
  ["an object whose prototype is empty and has none", Object.setPrototypeOf({ a: 1 }, parent({}))],
  ["an object whose prototype has none", Object.assign(Object.create(Object.create(null)), { a: "1" })],
];

const create = { operation: "createItem", input: { spaceId: "s", primary_field: "x" } } as const;

export const bodies: Case[] = [
  ...notJson.map(
    ({ name, value, rule }): Case => ({
      ...create,
      title: "a call rejects a body value",
      name,
      input: { ...create.input, primary_field: value },
      expect: rejects("primary_field", rule),
    }),
  ),
  {
    title: "the error of a value deep in a body names its path",
    ...create,
    input: { spaceId: "s", primary_field: { a: [0, { b: new Date(0) }] } },
    expect: { error: "ConfigurationError", messageIncludes: ["primary_field.a[1].b"] },
  },
  ...json.map(
    ([name, value]): Case => ({
      ...create,
      title: "a body value is sent as JSON",
      name,
      input: { ...create.input, primary_field: value },
      responses: [{ json: {} }],
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
    ...create,
    title: "a member of a body value that is undefined is omitted",
    input: { ...create.input, primary_field: { a: 1, b: undefined } },
    responses: [{ json: {} }],
    requests: [{ line: "POST /flex/spaces/s/items", body: { primary_field: { a: 1 } } }],
    expect: { data: {} },
  },
  {
    title: "filters that are undefined are omitted",
    operation: "listChats",
    input: { limit: 1, uid: undefined },
    responses: [{ json: [] }],
    requests: [{ line: "POST /chats", body: { limit: 1 } }],
    expect: { data: [] },
  },
  {
    title: "listChats without input sends an empty filter",
    operation: "listChats",
    responses: [{ json: [] }],
    requests: [{ line: "POST /chats", body: {}, headers: { "content-type": "application/json" } }],
    expect: { data: [] },
  },
  {
    title: "a request without a body has no content type",
    responses: [{ json: [] }],
    requests: [{ line: "GET /leads", headers: { "content-type": undefined } }],
    expect: { data: [] },
  },
];
