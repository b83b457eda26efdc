import type { Case } from "./case.ts";

const refusedNames = [
  "sf-api-key",
  "SF-API-KEY",
  "Sf-Api-Key",
  "content-type",
  "Content-Type",
  "content-length",
  "host",
  "transfer-encoding",
  "connection",
  "content-encoding",
  "keep-alive",
  "upgrade",
  "expect",
  "te",
  "trailer",
];
/** They only look like those above. */
const otherNames = ["x-host", "host-id", "tea", "x-te", "x-content-type", "content", "expect-ct", "trailers"];
const badNames = ["", " ", "a b", "a:b", "x\n", "ä", "a\u0000"];
const badValues = ["SEC\r\nx-evil: 1", "SEC\n", "SEC\u0000", "SEC😀", "SECя", "\ud800SEC"];

type At = "client" | "options";
const places: At[] = ["client", "options"];
const refuses = (says: string, hides?: string): Case["expect"] => ({
  error: "ConfigurationError",
  says: [says],
  ...(hides && { hides: [hides] }),
});
const sent = (headers: Record<string, string | undefined>): Pick<Case, "answers" | "requests" | "expect"> => ({
  answers: [{ json: [] }],
  requests: [{ line: "GET /leads", headers }],
  expect: { data: [] },
});

export const headers: Case[] = [
  ...places.flatMap(refusals),
  ...places.flatMap(forms),
  {
    title: "headers of a call come on top of those of the client",
    client: { headers: { "x-one": "client", "x-two": "client" } },
    options: { headers: { "X-Two": "call", "x-three": "call" } },
    ...sent({ "x-one": "client", "x-two": "call", "x-three": "call", "sf-api-key": "k3y-S3CRET-do-not-print" }),
  },
  {
    title: "headers go with every attempt",
    client: { headers: { "x-one": "1" }, retries: { baseDelayMs: 1 } },
    answers: [{ status: 503 }, { json: [] }],
    requests: [
      { line: "GET /leads", headers: { "x-one": "1" } },
      { line: "GET /leads", headers: { "x-one": "1" } },
    ],
    expect: { data: [] },
  },
];

/** Names and values that cannot be sent, and names that can. */
function refusals(at: At): Case[] {
  return [
    ...refusedNames.map((name) => ({
      title: `${at}: the header ${name} cannot be set`,
      [at]: { headers: { [name]: "evil-value" } },
      expect: refuses(name.toLowerCase(), "evil-value"),
    })),
    ...otherNames.map((name) => ({
      title: `${at}: the header ${name} can be set`,
      [at]: { headers: { [name]: "x" } },
      ...sent({ [name]: "x" }),
    })),
    ...badNames.map((name) => ({
      title: `${at}: ${JSON.stringify(name)} is refused as a header name`,
      [at]: { headers: { [name]: "x" } },
      expect: refuses("headers"),
    })),
    ...badValues.map((value) => ({
      title: `${at}: ${JSON.stringify(value)} is refused as a header value and not shown`,
      [at]: { headers: { "x-trace": value } },
      expect: refuses("x-trace", "SEC"),
    })),
    ...[5, null, {}, true, Symbol("x")].map((value) => ({
      title: `${at}: a header value of type ${value === null ? "null" : typeof value} is refused`,
      [at]: { headers: { "x-trace": value } },
      expect: refuses("x-trace"),
    })),
  ];
}

/** The ways to give headers. */
function forms(at: At): Case[] {
  return [
    {
      title: `${at}: headers as an object are sent`,
      [at]: { headers: { "X-Trace": "t1" } },
      ...sent({ "x-trace": "t1" }),
    },
    {
      title: `${at}: headers as pairs are sent`,
      [at]: {
        headers: [
          ["x-trace", "t1"],
          ["x-two", "t2"],
        ],
      },
      ...sent({ "x-trace": "t1", "x-two": "t2" }),
    },
    {
      title: `${at}: headers as Headers are sent`,
      [at]: () => ({ headers: new Headers({ "x-trace": "t1" }) }),
      ...sent({ "x-trace": "t1" }),
    },
    {
      title: `${at}: headers as a Map are sent`,
      [at]: { headers: new Map([["x-trace", "t1"]]) },
      ...sent({ "x-trace": "t1" }),
    },
    {
      title: `${at}: a key in Headers is refused`,
      [at]: { headers: new Headers({ "SF-API-Key": "evil-value" }) },
      expect: refuses("sf-api-key", "evil-value"),
    },
    {
      title: `${at}: a key in pairs is refused`,
      [at]: { headers: [["SF-Api-Key", "evil-value"]] },
      expect: refuses("headers", "evil-value"),
    },
    { title: `${at}: pairs that are not pairs are refused`, [at]: { headers: [null] }, expect: refuses("headers") },
    { title: `${at}: a pair without a value is refused`, [at]: { headers: [["x-trace"]] }, expect: refuses("headers") },
    {
      title: `${at}: a header that is undefined is left out`,
      [at]: { headers: { "x-trace": undefined, "x-two": "t2" } },
      ...sent({ "x-trace": undefined, "x-two": "t2" }),
    },
  ];
}
