import type { Case } from "./case.ts";

const rejectedNames = [
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
/** These only look like the reserved ones. */
const otherNames = ["x-host", "host-id", "tea", "x-te", "x-content-type", "content", "expect-ct", "trailers"];
const badNames = ["", " ", "a b", "a:b", "x\n", "ä", "a\u0000"];
const badValues = ["SEC\r\nx-evil: 1", "SEC\n", "SEC\u0000", "SEC😀", "SECя", "\ud800SEC"];

type At = "client" | "options";
const places: At[] = ["client", "options"];
const rejects = (messageIncludes: string, redacts?: string): Case["expect"] => ({
  error: "ConfigurationError",
  messageIncludes: [messageIncludes],
  ...(redacts && { redacts: [redacts] }),
});
/** The headers arrive; those that are undefined are absent. */
export const sent = (headers: Record<string, string | undefined>): Pick<Case, "responses" | "requests" | "expect"> => ({
  responses: [{ json: [] }],
  requests: [{ line: "GET /leads", headers }],
  expect: { data: [] },
});

export const headers: Case[] = [
  ...places.flatMap(rejections),
  ...places.flatMap(forms),
  {
    title: "headers of a call extend those of the client",
    client: { headers: { "x-one": "client", "x-two": "client" } },
    options: { headers: { "X-Two": "call", "x-three": "call" } },
    ...sent({ "x-one": "client", "x-two": "call", "x-three": "call", "sf-api-key": "k3y-S3CRET-do-not-print" }),
  },
  {
    title: "headers are sent with every attempt",
    client: { headers: { "x-one": "1" }, retries: { baseDelayMs: 1 } },
    responses: [{ status: 503 }, { json: [] }],
    requests: [
      { line: "GET /leads", headers: { "x-one": "1" } },
      { line: "GET /leads", headers: { "x-one": "1" } },
    ],
    expect: { data: [] },
  },
];

/** Invalid names and values, and valid names. */
function rejections(at: At): Case[] {
  return [
    ...rejectedNames.map((name) => ({
      title: "headers reject a reserved header",
      name: `${at}, ${name}`,
      [at]: { headers: { [name]: "evil-value" } },
      expect: rejects(name.toLowerCase(), "evil-value"),
    })),
    ...otherNames.map((name) => ({
      title: "headers accept a header",
      name: `${at}, ${name}`,
      [at]: { headers: { [name]: "x" } },
      ...sent({ [name]: "x" }),
    })),
    ...badNames.map((name) => ({
      title: "headers reject an invalid name",
      name: `${at}, ${JSON.stringify(name)}`,
      [at]: { headers: { [name]: "x" } },
      expect: rejects("headers"),
    })),
    ...badValues.map((value) => ({
      title: "headers reject an invalid value and redact it",
      name: `${at}, ${JSON.stringify(value)}`,
      [at]: { headers: { "x-trace": value } },
      expect: rejects("x-trace", "SEC"),
    })),
    ...[5, null, {}, true, Symbol("x")].map((value) => ({
      title: "headers reject a value of another type",
      name: `${at}, ${value === null ? "null" : typeof value}`,
      [at]: { headers: { "x-trace": value } },
      expect: rejects("x-trace"),
    })),
  ];
}

/** What differs between the ways to pass headers; repeated-headers.ts has those that arrive. */
function forms(at: At): Case[] {
  const cases: Case[] = [
    {
      title: "headers reject the key in Headers",
      [at]: { headers: new Headers({ "SF-API-Key": "evil-value" }) },
      expect: rejects("sf-api-key", "evil-value"),
    },
    {
      title: "headers reject the key in pairs",
      [at]: { headers: [["SF-Api-Key", "evil-value"]] },
      expect: rejects("headers", "evil-value"),
    },
    {
      title: "a header that is undefined is omitted",
      [at]: { headers: { "x-trace": undefined, "x-two": "t2" } },
      ...sent({ "x-trace": undefined, "x-two": "t2" }),
    },
  ];
  return cases.map((testCase) => ({ ...testCase, name: at }));
}
