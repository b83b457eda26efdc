import type { Case } from "./cases.ts";

const HERE = { url: "https://pets.test" };
const THERE = { url: "https://animals.test" };
const ONE_SERVER = "Name exactly one server, an https URL without variables, query, fragment and slash at its end.";
const ONE_KEY = "Name exactly one security scheme, an apiKey in a header.";

/** Where calls go, and with which credentials. */
export const accessCases: readonly Case[] = [
  {
    name: "two servers that change places",
    from: ({ set }) => set("servers", [HERE, THERE]),
    change: ({ set }) => set("servers", [THERE, HERE]),
    bump: "major",
    reason: "is no longer `https://pets.test` but `https://animals.test`, which now gets the key.",
    rejected: ONE_SERVER,
  },
  {
    name: "a server after the first",
    change: ({ set }) => set("servers", [HERE, THERE]),
    bump: "minor",
    reason: "`servers 1` is new.",
    rejected: ONE_SERVER,
  },
  {
    name: "no credentials any more",
    change: ({ remove }) => remove("security"),
    bump: "minor",
    reason: "`security` can be called with other or fewer credentials.",
    rejected: ONE_KEY,
  },
  {
    name: "the key for the one operation that was open",
    from: ({ set }) => set("paths/~1owners/get/security", []),
    change: ({ remove }) => remove("paths/~1owners/get/security"),
    bump: "major",
    reason: "The credentials of `GET /owners` are no longer enough.",
  },
];
