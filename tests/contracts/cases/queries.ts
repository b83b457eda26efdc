import { contract, done, parameter } from "../document.ts";

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
