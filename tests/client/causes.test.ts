import { inspect } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { clientOf, rejection } from "./runner/scripted-client.ts";

const KEY = "k7f2-q9w4-zz81";
const QUERY = "PRIVATE QUERY";

/** The error of a call whose `fetch` rejects with an error created from the request. */
const errorOf = (reject: (url: string, init: RequestInit) => unknown, apiKey = KEY) =>
  rejection(
    clientOf((url, init) => Promise.reject(reject(url, init)), { retries: 0, apiKey }).getChatStatistics({
      startTime: QUERY,
    }),
  );

/** Every way to print an error. */
const printed = (error: Error): string =>
  [
    inspect(error),
    inspect(error, { depth: 9, showHidden: true, getters: true }),
    JSON.stringify(error),
    JSON.stringify(error.cause),
    String(error.cause),
    error.stack,
    (error.cause as Error | undefined)?.stack,
  ].join("\n");

class PrivateState {
  readonly #headers: unknown;
  constructor(headers: unknown) {
    this.#headers = headers;
  }
  [inspect.custom](): unknown {
    return this.#headers;
  }
  toJSON(): unknown {
    return this.#headers;
  }
}

const carriers: Record<string, (url: string, init: RequestInit) => unknown> = {
  "a Request": (url, init) => new Request(url, init),
  "plain headers": (_, { headers }) => ({ ...(headers as object) }),
  "private state": (_, { headers }) => new PrivateState(headers),
  "an iterator": (_, { headers }) => new Map(Object.entries(headers as object)).entries(),
  "a configuration, as wrappers have it": (url, { headers, body }) => ({ url, headers, data: body }),
  "a symbol": (url, { headers }) => Symbol(`${url} ${JSON.stringify(headers)}`),
  bytes: (_, { headers }) => Buffer.from(JSON.stringify(headers)),
};

for (const [name, carry] of Object.entries(carriers)) {
  test(`a cause that carries ${name} prints neither the key nor the query`, async () => {
    for (const error of [
      await errorOf((url, init) => Object.assign(new Error("x"), { carried: carry(url, init) })),
      await errorOf((url, init) => new Error("x", { cause: carry(url, init) })),
      await errorOf(carry),
      await errorOf((url, init) => Object.assign(new Error("x"), { toString: () => inspect(carry(url, init)) })),
      await errorOf((url, init) => new AggregateError([carry(url, init)], "x")),
    ]) {
      expect(error.name).toBe("ConnectionError");
      expect(printed(error)).not.toContain(KEY);
      expect(printed(error)).not.toContain("PRIVATE");
    }
  });
}

test("messages of a cause are redacted from the key and the query in any encoding, and keep the rest", async () => {
  const key = `k"7\\f-${"x".repeat(40)}`;
  const error = await errorOf((url, { method }) => {
    const message = `${method} ${url} failed: ${QUERY}, ${encodeURIComponent(QUERY)}, PRIVATE+QUERY; sf-api-key: ${key}, ${JSON.stringify(key)}, ${encodeURIComponent(key)}`;
    return Object.assign(new TypeError(message), { code: `E_${key}`, name: `Error of ${key}` });
  }, key);
  expect(printed(error)).not.toMatch(/PRIVATE|x{40}/);
  expect(error.cause.message).toBe(
    'GET https://api.example/statistics/chat?startTime=*** failed: ***, ***, ***; sf-api-key: ***, "***", ***',
  );
  expect(error.cause.code).toBe("E_***");
});

test("a query value of another URL is redacted by its position", async () => {
  const error = await errorOf(() => new Error("GET https://other.example/a?token=SECRET&x=1#top failed"));
  expect(error.cause.message).toBe("GET https://other.example/a?token=***&x=***#top failed");
});

test("a key that occurs in paths and host names redacts only itself", async () => {
  const lookup = Object.assign(new Error("getaddrinfo ENOTFOUND sandbox"), { code: "ENOTFOUND" });
  const error = await errorOf(() => new TypeError("fetch failed", { cause: lookup }), "sandbox");
  expect(error.message).toContain("(ENOTFOUND)");
  expect(error.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
  expect(error.cause.cause).toMatchObject({ message: "getaddrinfo ENOTFOUND ***", code: "ENOTFOUND" });
});

test("a cause keeps name, message, code, stack and its own causes, and nothing else", async () => {
  const inner = Object.assign(new RangeError("read ECONNRESET"), { code: "ECONNRESET", errno: -104, socket: {} });
  const outer = new TypeError("fetch failed", { cause: inner });
  const { cause } = await errorOf(() => outer);
  expect(cause).not.toBe(outer);
  expect(cause).toBeInstanceOf(Error);
  expect(Reflect.ownKeys(cause).sort()).toEqual(["cause", "message", "name", "stack"]);
  expect(Reflect.ownKeys(cause.cause).sort()).toEqual(["code", "message", "name", "stack"]);
  expect(cause.stack).toBe(outer.stack);
  expect(String(cause.cause)).toBe("RangeError: read ECONNRESET");
  expect(inspect(cause)).toContain("code: 'ECONNRESET'");
  expect([Object.keys(cause), Object.keys(cause.cause)]).toEqual([[], ["code"]]);
});

test.for([
  [{}, "Error: "],
  [{ message: "reset" }, "Error: reset"],
  [{ name: "", message: 5, stack: "" }, "Error: "],
  [{ name: "Failure", message: "reset", stack: undefined }, "Failure: reset"],
  [{ name: "Failure", stack: "at line 1" }, "at line 1"],
  [{ errors: "ab" }, "Error: "],
] as const)("the cause of the object %j has the stack %s", async ([failure, stack]) => {
  const { cause } = await errorOf(() => failure);
  expect(cause).toBeInstanceOf(Error);
  expect(cause.stack).toBe(stack);
  expect(cause).not.toHaveProperty("cause");
  expect(cause.name).toBe("name" in failure && failure.name ? failure.name : "Error");
  expect(cause.message).toBe("message" in failure && failure.message === "reset" ? "reset" : "");
});

test("the cause of an AggregateError is its first error, such as of one for each address of a host", async () => {
  const first = Object.assign(new Error("connect ECONNREFUSED ::1:1"), { code: "ECONNREFUSED" });
  const { cause } = await errorOf(() => new AggregateError([first, new Error("other")]));
  expect(cause).toMatchObject({ name: "AggregateError", cause: { code: "ECONNREFUSED" } });
});

test("fields that the platform's errors define by accessors are kept", async () => {
  const { cause } = await errorOf(() => new DOMException("The operation was aborted.", "AbortError"));
  expect(cause).toMatchObject({ name: "AbortError", message: "The operation was aborted.", code: 20 });
  expect(cause.stack).toContain("AbortError");
});

test.for([
  ["undefined", undefined],
  ["null", null],
  ["a number", 7],
  ["a text with the key", `x ${KEY}`],
] as const)("a cause that is no error, such as %s, is kept without the key", async ([, value]) => {
  const error = await errorOf(() => value);
  expect(error.cause).toBe(typeof value === "string" ? "x ***" : value);
  // A console shows a cause that is undefined.
  expect("cause" in error).toBe(value !== undefined);
});

test("no accessor of a cause is called, and objects that it refers to are not read", async () => {
  let reads = 0;
  const count = () => ++reads;
  const lazy = (target: object) =>
    Object.defineProperties(target, {
      body: { enumerable: true, get: count },
      code: { enumerable: true, get: count },
      cause: { enumerable: true, get: count },
      digest: { get: count },
      // biome-ignore lint/suspicious/noThenProperty: frameworks throw thenables, so the client reads it
      then: { get: count },
      [Symbol.iterator]: { get: count },
    });
  const error = await errorOf(() => lazy(Object.assign(new Error("lazy"), { rows: lazy([]) })));
  expect(error.cause.message).toBe("lazy");
  expect(reads).toBe(0);
});

test("endless causes and very long texts are truncated", async () => {
  let depth = 0;
  for (let cause = (await errorOf(() => cyclic)).cause; cause; cause = cause.cause) depth += 1;
  expect(depth).toBe(16);
  let nested: unknown = new Error("innermost");
  for (let level = 0; level < 20_000; level++) nested = new Error(`level ${level}`, { cause: nested });
  expect((await errorOf(() => nested)).cause.message).toBe("level 19999");
  let wide: unknown = new Error("leaf");
  for (let level = 0; level < 20; level++) wide = new AggregateError(Array(1_000).fill(wide), `wide ${level}`);
  expect((await errorOf(() => wide)).cause.message).toBe("wide 19");
  const long = await errorOf(() => new Error("x".repeat(2 ** 22)));
  expect(long.cause.message.length).toBeLessThanOrEqual(1_000);
  expect(long.cause.stack.length).toBeLessThanOrEqual(4_000);
});

test("only a system error code is in the message", async () => {
  for (const code of ["private text", "Mixed", "E_PRIVATE-1", ""]) {
    const error = await errorOf(() => Object.assign(new Error("x"), { code }));
    expect(error.message).toMatch(/^connection failed: /);
  }
});

test("an earlier key of the call is redacted too, and from the request ID", async () => {
  const keys = ["first-1f9c", "second-2a8d", "third-3b7e"];
  const all = keys.join(" ");
  let asked = 0;
  const events: unknown[] = [];
  const notify = (event: unknown): void => void events.push(inspect(event, { depth: 9 }));
  const hooks = { onRequest: notify, onResponse: notify, onRetry: notify, onError: notify };
  const options = { apiKey: () => keys[asked++] ?? "", retries: { limit: 2, baseDelayMs: 0 }, hooks };
  const error = await rejection(clientOf(() => Promise.reject(new Error(all)), options).listLeads());
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, cause: { message: "*** *** ***" } });

  asked = 0;
  const headers = { "x-request-id": keys[0] ?? "" };
  const respond = async () => Response.json({ message: all }, { status: 503, headers });
  const rejected = await rejection(clientOf(respond, options).listLeads());
  expect(rejected.message).toContain('API responded with 503 "*** *** ***"');
  expect([rejected.requestId, keys.filter((key) => events.at(-1)?.toString().includes(key))]).toEqual([undefined, []]);
});

const cyclic = new Error("cyclic");
cyclic.cause = cyclic;

function trap(): never {
  throw new Error("trap");
}

function endless(): object {
  return new Proxy({}, { getPrototypeOf: endless });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

test.for([
  ["a proxy that throws", new Proxy(new Error("x"), { getOwnPropertyDescriptor: trap, getPrototypeOf: trap })],
  ["a proxy without an end to its prototypes", endless()],
  ["a function", () => {}],
  ["an object without a prototype", Object.create(null)],
  ["a revoked proxy", revoked({})],
  ["errors that are a revoked proxy", { errors: revoked([]) }],
  ["errors with a length that is no number", { errors: { length: 1n } }],
  ["errors that throw", { errors: new Proxy([{}], { getOwnPropertyDescriptor: trap }) }],
  ["a code without a text", { code: Object.create(null) }],
  ["a proxy that throws when it is searched", new Proxy({}, { has: trap })],
  ["a symbol for a message", { message: Symbol("x"), name: 7, code: {}, stack: [] }],
  ["an error that is its own cause", cyclic],
  ["undefined", undefined],
  ["null", null],
  ["a text", "no network"],
] as const)("a fetch that rejects with %s gives a ConnectionError, and frees its slot", async ([, value]) => {
  const responses = [() => Promise.reject(value), async () => Response.json([])];
  const client = clientOf(() => responses.shift()?.() as Promise<Response>, { retries: 0, maxConcurrency: 1 });
  const error = await rejection(client.listLeads());
  expect(error.name).toBe("ConnectionError");
  expect(() => printed(error)).not.toThrow();
  expect(await client.listLeads()).toEqual([]);
});

test("the cause of a failed key function is a copy too", async () => {
  const apiKey = () => Promise.reject(Object.assign(new Error("vault?token=SECRET"), { code: "EVAULT", held: KEY }));
  const error = await rejection(clientOf(async () => new Response("[]"), { apiKey }).listLeads());
  expect(error).toMatchObject({ name: "ConfigurationError", cause: { message: "vault?token=***", code: "EVAULT" } });
  expect(error.message).toMatch(/^apiKey must return the key; the function failed: listLeads GET /);
  expect(error.cause).not.toHaveProperty("held");
});

test("a cause is copied where the runtime has no DOMException", async () => {
  vi.stubGlobal("DOMException", undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  const error = await errorOf(() => Object.assign(new Error("read"), { code: "ECONNRESET" }));
  expect(error.cause).toMatchObject({ message: "read", code: "ECONNRESET" });
});
