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
      title: "a stream yields the elements of an array in chunks of any size",
      name: `${size} bytes`,
      by: "stream",
      responses: [{ body: chunked(size), framing: "chunked" }],
      requests: [line],
      expect: { data: elements },
    }),
  ),
  ...(["[]", " [ ] ", "\ufeff[]", "[\n]"] as const).map(
    (body): Case => ({
      title: "a stream of an empty array yields nothing",
      name: JSON.stringify(body),
      by: "stream",
      responses: [{ body }],
      requests: [line],
      expect: { data: [] },
    }),
  ),
  {
    title: "a byte order mark in chunks",
    by: "stream",
    responses: [{ body: [new Uint8Array([0xef]), new Uint8Array([0xbb, 0xbf]), "[1]"], framing: "chunked" }],
    requests: [line],
    expect: { data: [1] },
  },
  {
    title: "one element of a megabyte",
    by: "stream",
    responses: [{ body: ['["', ...letters, '"]'], framing: "chunked" }],
    requests: [line],
    expect: { data: [letters.join("")] },
  },
  {
    title: "a deeply nested element",
    by: "stream",
    responses: [{ body: nested }],
    requests: [line],
    expect: { data: JSON.parse(nested) },
  },
];
