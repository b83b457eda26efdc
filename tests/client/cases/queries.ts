import type { Case } from "./case.ts";
import { hidden, listByRule, rejects, rounded } from "./unusual-values.ts";

const notQuery = listByRule({
  "must be a well-formed string, a finite number other than -0 or a boolean": [
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
    ["a number that is minus zero", -0],
    ["minus zero in an array", [-0]],
    ["a set", new Set(["a"])],
    ["a Number object", new Number(1)],
    ["a generator", (function* () {})()],
  ],
  "must not be an empty array; leave it out": [["an empty array", []]],
  "must have no holes or named keys; they would be lost": [
    ["an array with a hole", Object.assign(new Array(3), { 0: "a", 2: "b" })],
    ["an array with a named property", Object.assign(["a"], { x: "b" })],
    ["an array with a symbol", Object.assign(["a"], { [Symbol("s")]: "b" })],
    ["an array with a hidden property", hidden(["a"])],
    ["an array of four billion holes", new Array(2 ** 32 - 1)],
  ],
  "must be a safe integer; pass a larger one as a string": [
    ...rounded.flatMap((value) => [
      [`the number ${value}`, value] as const,
      [`the number ${value} in an array`, [value]] as const,
    ]),
  ],
});

const query: (readonly [value: unknown, query: string])[] = [
  ["", "startTime="],
  ["a b&c=d#e+f%", "startTime=a%20b%26c%3Dd%23e%2Bf%25"],
  ["ü😀", "startTime=%C3%BC%F0%9F%98%80"],
  [0, "startTime=0"],
  [-1.5, "startTime=-1.5"],
  [false, "startTime=false"],
  [["a", 1, true], "startTime=a&startTime=1&startTime=true"],
  [Number.MAX_SAFE_INTEGER, "startTime=9007199254740991"],
  [Number.MIN_SAFE_INTEGER, "startTime=-9007199254740991"],
  [1e-7, "startTime=1e-7"],
];

export const queries: Case[] = [
  ...notQuery.flatMap(({ name, value, rule }): Case[] =>
    ["startTime", "metrics"].map((key) => ({
      title: "a call rejects a query value",
      name: `${name} as ${key}`,
      operation: "getChatStatistics" as const,
      input: { [key]: value },
      expect: rejects(`${key} ${rule}`),
    })),
  ),
  ...query.map(
    ([value, expected]): Case => ({
      title: "a query value is serialized",
      name: `${JSON.stringify(value)} as ${expected}`,
      operation: "getChatStatistics",
      input: { startTime: value, endTime: undefined },
      responses: [{ json: {} }],
      requests: [{ line: "GET /statistics/chat", query: expected }],
      expect: { data: {} },
    }),
  ),
];
