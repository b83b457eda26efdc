import type { Row } from "../mutation.ts";

export const matchOperation: Row[] = [
  [
    'if (url.origin !== base.origin) refuse("url", "must be below baseUrl: the key goes nowhere else");',
    "",
    "the key goes to another origin",
    ["fetch-client.test.ts", "origin"],
  ],
  [
    "shape.method === method ? ",
    "true ? ",
    "a method that the contract does not know is sent",
    ["fetch-client.test.ts", "path or method"],
  ],
  [
    " && segments.length === expected.length",
    "",
    "a path may be longer than the contract says",
    ["fetch-client.test.ts", "path or method"],
  ],
  [
    "prefix + shape.path",
    "shape.path",
    "the prefix of the base URL is not part of the match",
    ["fetch-client.test.ts"],
  ],
  [
    "if (!key || !segment) return segment === part;",
    "if (!key) return segment === part;",
    "an empty segment is a value",
    ["fetch-client.test.ts"],
  ],
  ["values[key] = decode(segment);", "values[key] = segment;", "a path may be no UTF-8", ["fetch-client.test.ts"]],
];
