import { contract, done, integer, number, parameter, text } from "../document.ts";

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
  "/rows": {
    get: {
      operationId: "listRows",
      parameters: queryNames.map((name) => parameter(name)),
      responses: done,
    },
  },
  "/styled": {
    get: {
      operationId: "listStyled",
      parameters: [
        ...queryNames.map((name) => parameter(name)),
        parameter("sort", { type: "array", items: { type: "string" } }, "query", { explode: false }),
      ],
      responses: done,
    },
  },
  "/many": {
    get: {
      operationId: "listMany",
      parameters: queryNames.map((name) => parameter(name, { type: "array", items: { type: "string" } })),
      responses: done,
    },
  },
});

export const unionQueries = contract({
  "/rows": {
    get: {
      operationId: "listRows",
      parameters: [
        parameter("fields", { oneOf: [text, { type: "array", items: text }] }),
        parameter("ids", { anyOf: [{ type: "array", items: integer }, integer] }, "query", { explode: false }),
        parameter("limit", { anyOf: [{ type: "boolean" }, number] }),
        parameter("any", { oneOf: [text, { type: "boolean" }] }),
      ],
      responses: done,
    },
  },
});
