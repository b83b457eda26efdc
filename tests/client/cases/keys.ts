import type { Case } from "./case.ts";

/** Values that cannot be a key, and a part of each that must not be echoed. */
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

const rejected = (echo?: string) =>
  ({ error: "ConfigurationError", messageIncludes: ["apiKey"], ...(echo && { redacts: [echo] }) }) as const;

/** Errors with which a `fetch` may reject and that contain the key. */
const leakingErrors: (readonly [name: string, create: (key: string) => unknown])[] = [
  ["the message", (key) => new TypeError(`bad header ${key}`)],
  ["the message of its cause", (key) => new TypeError("failed", { cause: new Error(key) })],
  ["a cause three deep", (key) => new Error("1", { cause: new Error("2", { cause: new Error("3", { cause: key }) }) })],
  ["the stack", (key) => Object.assign(new Error("failed"), { stack: `Error: failed\n at ${key}` })],
  ["a text", (key) => `bad header ${key}`],
  ["a property", (key) => Object.assign(new Error("x"), { config: { headers: { "sf-api-key": key } } })],
  ["one of its errors", (key) => new AggregateError([new Error(key)], "all failed")],
  ["an object that is not an error", (key) => ({ headers: { "sf-api-key": key } })],
];

let turn = 0;
const rotating = () => {
  turn = 0;
  return { apiKey: () => `key-${++turn}`, retries: { baseDelayMs: 1 } };
};
const keyHeader = (key: string) => ({ line: "GET /leads", headers: { "sf-api-key": key } });
const thrown = new Error("the vault is closed");

const missing: Case["expect"] = { ...rejected(), with: { code: "missing_api_key" } };

export const keys: Case[] = [
  { title: "a missing key is rejected", client: { apiKey: undefined }, expect: missing },
  ...badKeys.flatMap(([name, key, echo]): Case[] => [
    { title: "createClient rejects an invalid key", name, client: { apiKey: key }, expect: rejected(echo) },
    {
      title: "a call rejects an invalid key from a function",
      name,
      client: { apiKey: () => key },
      expect: { ...rejected(echo), with: { operation: "listLeads", mayHaveSucceeded: false } },
    },
    {
      title: "safe rejects an invalid key from a promise",
      name,
      client: { apiKey: async () => key },
      by: "safe",
      operation: "deleteItem",
      input: { spaceId: "s", itemId: "i" },
      expect: { ...rejected(echo), with: { mayHaveSucceeded: false } },
    },
  ]),
  ...[undefined, null, ""].map((key) => ({
    title: "a key function that returns no key is rejected",
    name: JSON.stringify(key) ?? "undefined",
    client: { apiKey: () => key },
    expect: missing,
  })),
  {
    title: "a key function that throws becomes an error with its cause",
    client: {
      apiKey: () => {
        throw thrown;
      },
    },
    expect: { ...rejected(), with: { cause: thrown, operation: "listLeads" } },
  },
  {
    title: "a key function that rejects becomes an error with its cause",
    client: { apiKey: () => Promise.reject(thrown) },
    by: "stream",
    expect: { ...rejected(), with: { cause: thrown } },
  },
  {
    title: "a key function that throws a falsy value becomes an error",
    client: { apiKey: () => Promise.reject(undefined) },
    expect: rejected(),
  },
  {
    title: "a key function is called before every attempt",
    client: rotating,
    responses: [{ status: 503 }, { breaksAfter: "nothing" }, { json: [] }],
    requests: [keyHeader("key-1"), keyHeader("key-2"), keyHeader("key-3")],
    expect: { data: [] },
  },
  {
    title: "a key function that fails at the second attempt ends the call and keeps mayHaveSucceeded",
    client: () => {
      let keyCalls = 0;
      return { apiKey: () => (keyCalls++ ? Promise.reject(thrown) : "first"), retries: { baseDelayMs: 1 } };
    },
    operation: "updateItem",
    input: { spaceId: "s", itemId: "i", primary_field: "x" },
    responses: [{ status: 500 }],
    requests: ["PUT /flex/spaces/s/items/i"],
    expect: { ...rejected(), with: { mayHaveSucceeded: true } },
  },
  {
    title: "a create whose key function hangs cannot have succeeded",
    client: { apiKey: () => new Promise(() => {}) },
    operation: "createItem",
    input: { spaceId: "s", primary_field: "x" },
    options: { timeoutMs: 50 },
    expect: { error: "TimeoutError", with: { attempts: 0, mayHaveSucceeded: false } },
  },
  {
    title: "a create whose key function hangs after an attempt that was not processed cannot have succeeded",
    client: () => {
      let keyCalls = 0;
      return { apiKey: () => (keyCalls++ ? new Promise(() => {}) : "first"), retries: { baseDelayMs: 1 } };
    },
    operation: "createItem",
    input: { spaceId: "s", primary_field: "x" },
    options: { timeoutMs: 50 },
    responses: [{ status: 429 }],
    requests: ["POST /flex/spaces/s/items"],
    expect: { error: "TimeoutError", with: { attempts: 1, mayHaveSucceeded: false } },
  },
  {
    title: "a key with spaces and every printable character is sent unchanged",
    client: { apiKey: "!\"#$%&'()*+,-./ 09:;<=>?@ AZ[\\]^_` az{|}~" },
    responses: [{ json: [] }],
    requests: [keyHeader("!\"#$%&'()*+,-./ 09:;<=>?@ AZ[\\]^_` az{|}~")],
    expect: { data: [] },
  },
  {
    title: "a key that the API echoes is redacted",
    client: { apiKey: "echoed-key" },
    responses: [{ status: 403, json: { message: "Invalid key echoed-key (echoed-key)" } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", messageIncludes: ["Invalid key"], redacts: ["echoed-key"] },
  },
  ...leakingErrors.map(
    ([name, create]): Case => ({
      title: "a key in the error of fetch is redacted",
      name,
      on: "memory",
      client: {
        retries: { limit: 1, baseDelayMs: 1 },
        fetch: async (_: string, { headers }: RequestInit) => {
          throw create(new Headers(headers).get("sf-api-key") ?? "");
        },
      },
      expect: { error: "ConnectionError", with: { attempts: 2 } },
    }),
  ),
];
