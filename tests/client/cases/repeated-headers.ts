import type { HeadersInput } from "@serviceform/client";
import type { Case } from "./case.ts";
import { sent } from "./headers.ts";

type At = "client" | "options";
type Pairs = [name: string, value: string][];

const twice = (one: string, two: string): Pairs => [
  ["x-tag", one],
  ["X-Tag", two],
];

/** Headers that have more than one value for a name, or seem to. */
const repeated: Record<string, HeadersInput> = {
  pairs: twice("a", "b"),
  "three pairs": [...twice("c", "b"), ["X-TAG", "a"]],
  "names that differ in case": { "X-Tag": "a", "x-tag": "b" },
  Headers: new Headers(twice("a", "b")),
  "a Map": new Map(twice("a", "b")),
  "the same value": twice("a", "a"),
  "values with blanks around them": twice(" a\t", "\t b  "),
  "a value with blanks inside": [["x-tag", "a  b"]],
  "an empty value in front": twice("", "b"),
  "an empty value behind": twice("a", ""),
  "a value with a comma": twice("a, b", "c"),
};

/** Names that every object inherits. */
const inherited = ["constructor", "tostring"];

const notPairs: unknown[] = [
  ["x-trace", "SEC", "b"],
  ["x-trace", "SEC", undefined],
  ["x-trace"],
  [],
  null,
  "x1",
  { 0: "x-trace", 1: "SEC", length: 2 },
];

export const repeatedHeaders: Case[] = [
  ...(["client", "options"] as const).flatMap(cases),
  {
    title: "a header of the call replaces one that the client was given twice",
    client: { headers: twice("a", "b") },
    options: { headers: { "X-TAG": "call" } },
    ...sent({ "x-tag": "call" }),
  },
  {
    title: "a header that the call was given twice replaces that of the client",
    client: { headers: { "X-TAG": "client" } },
    options: { headers: twice("a", "b") },
    ...sent({ "x-tag": "a, b" }),
  },
];

function cases(at: At): Case[] {
  return [
    ...Object.entries(repeated).map(([name, headers]) => ({
      title: "a repeated header is sent as fetch sends it",
      name: `${at}, ${name}`,
      [at]: { headers },
      // Trailing blanks are not sent.
      ...sent({ "x-tag": new Headers(headers as HeadersInit).get("x-tag")?.trim() }),
    })),
    ...inherited.map((name) => ({
      title: "a header with an unusual name arrives",
      name: `${at}, ${name}`,
      [at]: { headers: [[name, "a"]] },
      ...sent({ [name]: "a" }),
    })),
    ...notPairs.map((pair) => ({
      title: "headers reject an invalid pair",
      name: `${at}, ${JSON.stringify(pair)}`,
      [at]: { headers: [pair] },
      expect: { error: "ConfigurationError", messageIncludes: ["headers"], redacts: ["SEC"] } as const,
    })),
    {
      title: "headers reject an invalid value after a valid one",
      name: at,
      [at]: { headers: twice("a", "SEC\n") },
      expect: { error: "ConfigurationError", messageIncludes: ["headers.x-tag"], redacts: ["SEC"] },
    },
  ];
}
