import { contract, endpoint, integer, number, parameter, text } from "../document.ts";

/** Names with a meaning in URLs, JavaScript or frameworks. */
export const queryNames = [
  ...[
    "a&b",
    "top#",
    "created>=",
    "filter[status]",
    "x=y",
    "a+b",
    "a b",
    "größe",
    "😀",
    "%41",
    "a/b",
    "a?b",
    "a;b",
    "a,b",
  ],
  ...[
    "constructor",
    "toString",
    "length",
    "ids[]",
    "$top",
    "'quoted'",
    '"double"',
    "page.size",
    "@type",
    "a\\b",
    "{a}",
  ],
];

export const oddQueries = contract({
  "/rows": endpoint("get", "listRows", {
    parameters: queryNames.map((name) => parameter(name)),
  }),
  "/styled": endpoint("get", "listStyled", {
    parameters: [
      ...queryNames.map((name) => parameter(name)),
      parameter("sort", { type: "array", items: { type: "string" } }, "query", { explode: false }),
    ],
  }),
  "/many": endpoint("get", "listMany", {
    parameters: queryNames.map((name) => parameter(name, { type: "array", items: { type: "string" } })),
  }),
});

export const unionQueries = contract({
  "/rows": endpoint("get", "listRows", {
    parameters: [
      parameter("fields", { oneOf: [text, { type: "array", items: text }] }),
      parameter("ids", { anyOf: [{ type: "array", items: integer }, integer] }, "query", { explode: false }),
      parameter("limit", { anyOf: [{ type: "boolean" }, number] }),
      parameter("any", { oneOf: [text, { type: "boolean" }] }),
    ],
  }),
});
