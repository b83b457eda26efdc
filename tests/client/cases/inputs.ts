import { samples as least } from "@serviceform/tests-samples";
import type { Case } from "./case.ts";
import { operationIds, samples } from "./operations.ts";
import { hidden, listByRule, Point, parent, rejects } from "./unusual-values.ts";

const invalid = listByRule({
  "must be a plain object": [
    ["a map", new Map([["limit", 1]])],
    ["a set", new Set([1])],
    ["a date", new Date(0)],
    ["an instance of a class", new Point()],
    ["URLSearchParams", new URLSearchParams("limit=1")],
    ["an object with what it inherits", Object.create({ limit: 1 })],
    ["an object with what it inherits from one without prototype", Object.create(parent({ limit: 1 }))],
    ["an object of an object of a literal", Object.create(Object.create({}))],
    ["a function without a prototype", Object.setPrototypeOf(() => 1, null)],
  ],
  "must have no symbol or hidden keys; they would be lost": [
    ["an object with a key that is a symbol", { [Symbol("limit")]: 1 }],
    ["an object with a key that is not enumerable", hidden({}, "limit")],
  ],
});

export const inputs: Case[] = [
  ...operationIds.flatMap((operation): Case[] => [
    ...["nonsense", "signal", "space_id", "toString", "constructor"].map((key) => ({
      title: "a call rejects an unknown input",
      name: `${operation}, ${key}`,
      operation,
      input: { ...samples[operation].input, [key]: "x" },
      expect: rejects(key),
    })),
    ...Object.keys(least[operation].least).flatMap((key): Case[] => [
      {
        title: "a call rejects a missing input",
        name: `${operation}, ${key}`,
        operation,
        input: Object.fromEntries(Object.entries(samples[operation].input ?? {}).filter(([name]) => name !== key)),
        expect: rejects(key),
      },
      {
        title: "a call rejects a required input that is undefined",
        name: `${operation}, ${key}`,
        operation,
        by: "safe",
        input: { ...samples[operation].input, [key]: undefined },
        expect: rejects(key),
      },
    ]),
    ...[null, "s1", 5, ["s1"], () => {}].map((input) => ({
      title: "a call rejects an input that is no object",
      name: `${operation}, ${typeof input} ${String(input)}`,
      operation,
      input,
      expect: { error: "ConfigurationError", messageIncludes: ["input"] } as const,
    })),
  ]),
  {
    title: "an unknown key that JSON names __proto__ is rejected",
    operation: "listChats",
    input: JSON.parse('{"__proto__":1}'),
    expect: rejects("__proto__"),
  },
  ...invalid.map(
    ({ name, value, rule }): Case => ({
      title: "a call rejects an input that is no plain object",
      name,
      operation: "listChats",
      input: value,
      expect: rejects(`input ${rule}`),
    }),
  ),
  {
    title: "an input whose prototype has no prototype is accepted",
    operation: "listItems",
    input: Object.assign(Object.create(Object.create(null)), { spaceId: "s" }),
    responses: [{ json: [] }],
    requests: ["GET /flex/spaces/s/items"],
    expect: { data: [] },
  },
];
