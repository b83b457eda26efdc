import type { Case } from "./case.ts";

/** Values that cannot be a key, and a piece of each that must not be echoed. */
const badKeys: (readonly [name: string, key: unknown, echo?: string])[] = [
  ["an empty one", ""],
  ["a blank one", "   "],
  ["a tab", "\t"],
  ["one with a space in front", " sec-1", "sec-1"],
  ["one with a space behind", "sec-2 ", "sec-2"],
  ["one with a line break behind", "sec-3\n", "sec-3"],
  ["one with a header behind", "sec-4\r\nx-evil: 1", "sec-4"],
  ["one with a line break inside", "sec\n5", "sec"],
  ["one with a NUL", "sec\u00006", "sec"],
  ["one with DEL", "sec\u007f7", "sec"],
  ["Latin-1", "sécret", "cret"],
  ["Cyrillic", "ключ", "ключ"],
  ["one with a zero-width space", "sec\u200b9", "sec"],
  ["one with a no-break space", "\u00a0sec", "sec"],
  ["emoji", "🔑", "🔑"],
  ["a lone surrogate", "\ud800", "\ud800"],
  ["null", null],
  ["a number", 424242, "424242"],
  ["an object", { key: "sec-10" }, "sec-10"],
  ["an array", ["sec-11"], "sec-11"],
  ["true", true],
  ["a bigint", 737373n, "737373"],
  ["a symbol", Symbol("sec-12"), "sec-12"],
];

const refused = (echo?: string) =>
  ({ error: "ConfigurationError", says: ["apiKey"], ...(echo && { hides: [echo] }) }) as const;

/** What a `fetch` may reject with that tells the key it was given. */
const tellTales: (readonly [name: string, tell: (key: string) => unknown])[] = [
  ["the message", (key) => new TypeError(`bad header ${key}`)],
  ["the message of its cause", (key) => new TypeError("failed", { cause: new Error(key) })],
  ["a cause three deep", (key) => new Error("1", { cause: new Error("2", { cause: new Error("3", { cause: key }) }) })],
  ["the stack", (key) => Object.assign(new Error("failed"), { stack: `Error: failed\n at ${key}` })],
  ["a text", (key) => `bad header ${key}`],
  ["a property", (key) => Object.assign(new Error("x"), { config: { headers: { "sf-api-key": key } } })],
  ["a property of its cause", (key) => new Error("x", { cause: Object.assign(new Error("y"), { key }) })],
  ["one of its errors", (key) => new AggregateError([new Error(key)], "all failed")],
  ["a symbol's property", (key) => Object.assign(new Error("x"), { [Symbol("request")]: { key } })],
  ["a key of an object", (key) => Object.assign(new Error("x"), { seen: { [key]: 1 } })],
  ["an object that is not an error", (key) => ({ headers: { "sf-api-key": key } })],
  ["Headers", (key) => Object.assign(new Error("x"), { headers: new Headers({ "sf-api-key": key }) })],
  ["a Map", (key) => Object.assign(new Error("x"), { headers: new Map([["sf-api-key", key]]) })],
];

let turn = 0;
const rotating = () => {
  turn = 0;
  return { apiKey: () => `key-${++turn}`, retries: { baseDelayMs: 1 } };
};
const keyHeader = (key: string) => ({ line: "GET /leads", headers: { "sf-api-key": key } });
const thrown = new Error("the vault is closed");

export const keys: Case[] = [
  { title: "a missing key is refused", client: { apiKey: undefined }, expect: refused() },
  ...badKeys.flatMap(([name, key, echo]): Case[] => [
    { title: `a key is refused: ${name}`, client: { apiKey: key }, expect: refused(echo) },
    {
      title: `a key from a function is refused: ${name}`,
      client: { apiKey: () => key },
      expect: { ...refused(echo), with: { operation: "listLeads", mayHaveSucceeded: false } },
    },
    {
      title: `a key from a promise is refused, by safe too: ${name}`,
      client: { apiKey: async () => key },
      by: "safe",
      operation: "deleteItem",
      input: { spaceId: "s", itemId: "i" },
      expect: { ...refused(echo), with: { mayHaveSucceeded: false } },
    },
  ]),
  {
    title: "a key from a function that gives none is refused",
    client: { apiKey: () => undefined },
    expect: refused(),
  },
  {
    title: "a key function that throws becomes an error with its cause",
    client: {
      apiKey: () => {
        throw thrown;
      },
    },
    expect: { ...refused(), with: { cause: thrown, operation: "listLeads" } },
  },
  {
    title: "a key function that rejects becomes an error with its cause",
    client: { apiKey: () => Promise.reject(thrown) },
    by: "stream",
    expect: { ...refused(), with: { cause: thrown } },
  },
  {
    title: "a key function that throws a falsy value becomes an error",
    client: { apiKey: () => Promise.reject(undefined) },
    expect: refused(),
  },
  {
    title: "a key function is asked before every attempt",
    client: rotating,
    answers: [{ status: 503 }, { breaksAfter: "nothing" }, { json: [] }],
    requests: [keyHeader("key-1"), keyHeader("key-2"), keyHeader("key-3")],
    expect: { data: [] },
  },
  {
    title: "a key function that fails at the second attempt ends the call and keeps what may have happened",
    client: () => {
      let asked = 0;
      return { apiKey: () => (asked++ ? Promise.reject(thrown) : "first"), retries: { baseDelayMs: 1 } };
    },
    operation: "updateItem",
    input: { spaceId: "s", itemId: "i", primary_field: "x" },
    answers: [{ status: 500 }],
    requests: ["PUT /flex/spaces/s/items/i"],
    expect: { ...refused(), with: { mayHaveSucceeded: true } },
  },
  {
    title: "a create whose key function hangs cannot have succeeded",
    client: { apiKey: () => new Promise(() => {}) },
    operation: "createItem",
    input: { spaceId: "s", primary_field: "x" },
    options: { timeoutMs: 50 },
    expect: { error: "TimeoutError", with: { attempts: 1, mayHaveSucceeded: false } },
  },
  {
    title: "a create whose key function hangs after an attempt that was turned away cannot have succeeded",
    client: () => {
      let asked = 0;
      return { apiKey: () => (asked++ ? new Promise(() => {}) : "first"), retries: { baseDelayMs: 1 } };
    },
    operation: "createItem",
    input: { spaceId: "s", primary_field: "x" },
    options: { timeoutMs: 50 },
    answers: [{ status: 429 }],
    requests: ["POST /flex/spaces/s/items"],
    expect: { error: "TimeoutError", with: { attempts: 2, mayHaveSucceeded: false } },
  },
  {
    title: "a key with spaces inside and every printable character travels as it is",
    client: { apiKey: "!\"#$%&'()*+,-./ 09:;<=>?@ AZ[\\]^_` az{|}~" },
    answers: [{ json: [] }],
    requests: [keyHeader("!\"#$%&'()*+,-./ 09:;<=>?@ AZ[\\]^_` az{|}~")],
    expect: { data: [] },
  },
  {
    title: "a key that the API echoes does not get into the message",
    client: { apiKey: "echoed-key" },
    answers: [{ status: 403, json: { message: "Invalid key echoed-key (echoed-key)" } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", says: ["Invalid key"], hides: ["echoed-key"] },
  },
  ...tellTales.map(
    ([name, tell]): Case => ({
      title: `a key that a fetch tells in ${name} of what it rejects with is not shown`,
      on: "memory",
      client: {
        retries: { limit: 1, baseDelayMs: 1 },
        fetch: async (_: string, { headers }: RequestInit) => {
          throw tell(new Headers(headers).get("sf-api-key") ?? "");
        },
      },
      expect: { error: "ConnectionError", with: { attempts: 2 } },
    }),
  ),
];
