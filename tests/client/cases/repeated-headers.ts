import type { HeadersInput } from "@serviceform/client";
import type { Case } from "./case.ts";

type At = "client" | "options";
type Pairs = [name: string, value: string][];

const twice = (one: string, two: string): Pairs => [
  ["x-tag", one],
  ["X-Tag", two],
];

/** Headers that have more than one value for a name, or look as if. */
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

/** Names that every object has. */
const inherited = ["constructor", "tostring"];

const notPairs: unknown[] = [
  ["x-trace", "SEC", "b"],
  ["x-trace", "SEC", undefined],
  ["x-trace"],
  [],
  "x1",
  { 0: "x-trace", 1: "SEC", length: 2 },
];

const sent = (name: string, value: string | undefined): Pick<Case, "answers" | "requests" | "expect"> => ({
  answers: [{ json: [] }],
  requests: [{ line: "GET /leads", headers: { [name]: value } }],
  expect: { data: [] },
});

export const repeatedHeaders: Case[] = [
  ...(["client", "options"] as const).flatMap(cases),
  {
    title: "a header of the call replaces one that the client was given twice",
    client: { headers: twice("a", "b") },
    options: { headers: { "X-TAG": "call" } },
    ...sent("x-tag", "call"),
  },
  {
    title: "a header that the call was given twice replaces that of the client",
    client: { headers: { "X-TAG": "client" } },
    options: { headers: twice("a", "b") },
    ...sent("x-tag", "a, b"),
  },
];

function cases(at: At): Case[] {
  return [
    ...Object.entries(repeated).map(([name, headers]) => ({
      title: `${at}: a header arrives as fetch sends it: ${name}`,
      [at]: { headers },
      // Blanks at the end do not travel.
      ...sent("x-tag", new Headers(headers as HeadersInit).get("x-tag")?.trim()),
    })),
    ...inherited.map((name) => ({
      title: `${at}: the header ${name} arrives`,
      [at]: { headers: [[name, "a"]] },
      ...sent(name, "a"),
    })),
    ...notPairs.map((pair) => ({
      title: `${at}: ${JSON.stringify(pair)} is refused as a pair`,
      [at]: { headers: [pair] },
      expect: { error: "ConfigurationError", says: ["headers"], hides: ["SEC"] } as const,
    })),
    {
      title: `${at}: a value that cannot be sent is refused behind one that can`,
      [at]: { headers: twice("a", "SEC\n") },
      expect: { error: "ConfigurationError", says: ["headers.x-tag"], hides: ["SEC"] },
    },
  ];
}
