import type { Case } from "./case.ts";
import { elements, text } from "./tricky-elements.ts";

const line = "GET /leads";
const bytes = new TextEncoder().encode(text);

const chunked = (size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

const letters = [..."abcdefgh"].map((letter) => letter.repeat(2 ** 17));
const nested = "[".repeat(500) + "]".repeat(500);

export const streamElements: Case[] = [
  ...[1, 2, 3, 7, 16, 1_000].map(
    (size): Case => ({
      title: `an array in pieces of ${size} bytes`,
      by: "stream",
      answers: [{ body: chunked(size), framing: "chunked" }],
      requests: [line],
      expect: { data: elements },
    }),
  ),
  ...(["[]", " [ ] ", "\ufeff[]", "[\n]"] as const).map(
    (body): Case => ({
      title: `the empty array ${JSON.stringify(body)}`,
      by: "stream",
      answers: [{ body }],
      requests: [line],
      expect: { data: [] },
    }),
  ),
  {
    title: "a byte order mark in pieces",
    by: "stream",
    answers: [{ body: [new Uint8Array([0xef]), new Uint8Array([0xbb, 0xbf]), "[1]"], framing: "chunked" }],
    requests: [line],
    expect: { data: [1] },
  },
  {
    title: "one element of a megabyte",
    by: "stream",
    answers: [{ body: ['["', ...letters, '"]'], framing: "chunked" }],
    requests: [line],
    expect: { data: [letters.join("")] },
  },
  {
    title: "a deeply nested element",
    by: "stream",
    answers: [{ body: nested }],
    requests: [line],
    expect: { data: JSON.parse(nested) },
  },
];
