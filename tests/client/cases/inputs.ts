import { parse } from "node:querystring";
import { samples as least } from "@serviceform/tests-samples";
import type { Case } from "./case.ts";
import { hidden, Point, parent, refuses } from "./odd-values.ts";
import { operationIds, samples } from "./operations.ts";

/** What is an object and still has nothing, or something else, under its keys. */
const notPlain: (readonly [name: string, value: object])[] = [
  ["a map", new Map([["limit", 1]])],
  ["a set", new Set([1])],
  ["a date", new Date(0)],
  ["an instance of a class", new Point()],
  ["URLSearchParams", new URLSearchParams("limit=1")],
  ["an object with a key that is a symbol", { [Symbol("limit")]: 1 }],
  ["an object with a key that is not enumerable", hidden({}, "limit")],
  ["an object with what it inherits", Object.create({ limit: 1 })],
  ["an object with what it inherits from one without prototype", Object.create(parent({ limit: 1 }))],
];

export const inputs: Case[] = [
  ...operationIds.flatMap((operation): Case[] => [
    ...["nonsense", "signal", "space_id", "toString", "constructor"].map((key) => ({
      title: `${operation} refuses the unknown key ${key}`,
      operation,
      input: { ...samples[operation].input, [key]: "x" },
      expect: refuses(key),
    })),
    ...Object.keys(least[operation].least).flatMap((key): Case[] => [
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
  ...notPlain.map(
    ([name, input]): Case => ({
      title: `an input is refused: ${name}`,
      operation: "listChats",
      input,
      expect: refuses("input"),
    }),
  ),
  {
    title: "an input that is a parsed query is taken, although its prototype has none",
    operation: "listItems",
    input: parse("spaceId=s"),
    answers: [{ json: [] }],
    requests: ["GET /flex/spaces/s/items"],
    expect: { data: [] },
  },
];
