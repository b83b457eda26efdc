import { readFileSync } from "node:fs";
import { compileFunction, createContext } from "node:vm";
import type * as Client from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { expect, test } from "vitest";
import { rejection } from "./runner/scripted-client.ts";

/** `URL` of React Native before 0.80: it accepts anything, and its parts throw. */
class ReactNativeURL {
  get protocol(): never {
    throw new Error("URL.protocol is not implemented");
  }
  get origin(): never {
    throw new Error("URL.origin is not implemented");
  }
}

/** `URLSearchParams` of React Native before 0.80: it ignores a text. */
class ReactNativeURLSearchParams {
  [Symbol.iterator]() {
    return [][Symbol.iterator]();
  }
}

type TextFetch = (url: string, init: RequestInit) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** Loads the package in a realm that has the globals of React Native 0.72, and none of Node.js. */
function loadInReactNative(fetch: TextFetch): typeof Client {
  const { setTimeout, clearTimeout, AbortController, Headers } = globalThis;
  const context = createContext({
    ...{ setTimeout, clearTimeout, AbortController, Headers, fetch },
    performance: { now: () => performance.now() },
    navigator: { product: "ReactNative" },
    URL: ReactNativeURL,
    URLSearchParams: ReactNativeURLSearchParams,
  });
  const file = new URL("node_modules/@serviceform/client/dist/cjs/index.js", import.meta.url);
  const exports = {};
  compileFunction(readFileSync(file, "utf8"), ["exports"], { parsingContext: context })(exports);
  return exports as typeof Client; // What the file exports.
}

/** The package in such a realm, which calls a sandbox. */
function loadWithSandbox(): typeof Client {
  const sandbox = createSandbox({ leadCount: 20 });
  return loadInReactNative(async (url, init) => {
    const response = await sandbox.fetch(url, init);
    const { ok, status, headers } = response;
    return { ok, status, headers, text: () => response.text() };
  });
}

test("the client calls the API in React Native, which has no web streams, no encoder and no decoder", async () => {
  const client = loadWithSandbox();
  const serviceform = client.createClient({ apiKey: "sf_sandbox_key", dangerouslyAllowBrowser: true });
  const [space] = await serviceform.listSpaces();
  const spaceId = space?.id ?? "";
  const { id: itemId = "" } = await serviceform.createItem({ spaceId, primary_field: "Äcme 🙂" });
  expect(await serviceform.getItem({ spaceId, itemId })).toMatchObject({ primary_field: "Äcme 🙂" });
  expect(await serviceform.listLeads()).toHaveLength(20);
  expect(await serviceform.safe.deleteItem({ spaceId, itemId })).toMatchObject({ ok: true });
});

test("an error in React Native has the message of the API without the values of the query", async () => {
  const client = loadWithSandbox();
  const serviceform = client.createClient({ apiKey: "sf_sandbox_key", dangerouslyAllowBrowser: true });
  const range = { startTime: "2026-01-01T00:00:00Z", endTime: "2026-01-02T00:00:00Z" };
  const error = await rejection(serviceform.getChatStatistics({ ...range, metrics: ["first metric"] } as never));
  expect(error).toBeInstanceOf(client.ApiError);
  expect(error.message).toMatch(/^API responded with 400 "Metric "\*{3}" does not exist/);
});

test.for([
  ["a byte order mark", "\ufeff[]", []],
  ["no JSON", "<html>", "API responded with 200, but the body is not a JSON array: listLeads"],
  ["more than maxResponseBytes", "[1,2,3,4,5,6]", "API responded with 200, but the body exceeds 10 bytes"],
] as const)("a text with %s is read as bytes are", async ([, text, expected]) => {
  const client = loadInReactNative(async () => ({ status: 200, text: async () => text }));
  const options = { apiKey: "key", dangerouslyAllowBrowser: true, maxResponseBytes: 10 };
  const call = client.createClient(options).listLeads();
  if (typeof expected === "string") await expect(call).rejects.toThrow(expected);
  else expect(await call).toEqual(expected);
});

test("the network error of React Native is a ConnectionError, and only a read is retried", async () => {
  let requests = 0;
  const client = loadInReactNative(async () => {
    requests += 1;
    throw new TypeError("Network request failed");
  });
  const retries = { limit: 2, baseDelayMs: 0 };
  const serviceform = client.createClient({ apiKey: "key", dangerouslyAllowBrowser: true, retries });
  const error = await rejection(serviceform.listLeads());
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, cause: { message: "Network request failed" } });
  const input = { spaceId: "s", primary_field: "p" };
  expect(await rejection(serviceform.createItem(input))).toMatchObject({ attempts: 1, mayHaveSucceeded: true });
  expect(requests).toBe(4);
});
