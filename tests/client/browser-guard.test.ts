import { createClient } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { jsonResponse } from "./runner/scripted-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const places: [name: string, globals: Record<string, unknown>][] = [
  ["a page", { window: {}, document: {}, navigator: { userAgent: "Mozilla/5.0" } }],
  ["a page in a browser of another name", { document: {}, navigator: { userAgent: "Other/1.0" } }],
  ["an app of React Native", { navigator: { product: "ReactNative" } }],
  [
    "an app of React Native whose host hides its name",
    {
      navigator: {
        product: "ReactNative",
        get userAgent(): never {
          throw new Error("not here");
        },
      },
    },
  ],
  ["a page whose host hides its navigator", { document: {}, navigator: undefined }],
  ["a worker of a page", { WorkerGlobalScope: class {}, navigator: { userAgent: "Mozilla/5.0 (X11) Firefox/150" } }],
];

describe.for(places)("in %s", ([, globals]) => {
  beforeEach(() => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  });

  test("createClient rejects the key unless dangerouslyAllowBrowser is true", () => {
    expect(() => createClient({ apiKey: "S3CRET" })).toThrow(/dangerouslyAllowBrowser/);
    expect(() => createClient({ apiKey: () => "S3CRET" })).toThrow(/dangerouslyAllowBrowser/);
    expect(() => createFetchClient({ apiKey: "S3CRET" })).toThrow(/dangerouslyAllowBrowser/);
    expect(() => createClient({ apiKey: "S3CRET" })).not.toThrow(/S3CRET/);
    for (const dangerouslyAllowBrowser of [false, undefined])
      expect(() => createClient({ apiKey: "S3CRET", dangerouslyAllowBrowser })).toThrow(/dangerouslyAllowBrowser/);
  });

  test("createClient accepts the key with dangerouslyAllowBrowser", async () => {
    const fetch = async () => jsonResponse([]);
    expect(await createClient({ apiKey: "k", fetch, dangerouslyAllowBrowser: true }).listLeads()).toEqual([]);
  });
});

test("a client works with a URL that has no canParse, as in React Native and older browsers", async () => {
  class OldURL extends URL {}
  Object.defineProperty(OldURL, "canParse", { value: undefined });
  vi.stubGlobal("URL", OldURL);
  const options = { apiKey: "k", fetch: async () => jsonResponse([], { status: 302, headers: { location: "/a" } }) };
  await expect(createClient(options).listLeads()).rejects.toThrow(
    /^redirect to https:\/\/link\.serviceform\.com was not followed/,
  );
  expect(() => createClient({ ...options, baseUrl: "a" })).toThrow("baseUrl must be an absolute URL");
});

test.for(["Node.js/24", "Cloudflare-Workers", "Deno/2.9.0", "Bun/1.4", undefined])(
  "%s is not a browser",
  (userAgent) => {
    vi.stubGlobal("navigator", userAgent && { userAgent });
    expect(() => createClient({ apiKey: "k" })).not.toThrow();
    expect(() => createClient({ apiKey: "k", dangerouslyAllowBrowser: undefined })).not.toThrow();
  },
);

/** Globals that throw when they are read. */
const unreadable: [name: string, property: string, descriptor: PropertyDescriptor][] = [
  ["navigator", "navigator", { get: throwOnRead }],
  ["userAgent", "navigator", { value: Object.defineProperty({ product: "Gecko" }, "userAgent", { get: throwOnRead }) }],
  ["product", "navigator", { value: Object.defineProperty({ userAgent: "x" }, "product", { get: throwOnRead }) }],
  ["document", "document", { get: throwOnRead }],
];

function throwOnRead(): never {
  throw new Error("not here");
}

test.for(unreadable)("a global that cannot be read counts as absent: %s", ([, property, descriptor]) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, property);
  Object.defineProperty(globalThis, property, { configurable: true, ...descriptor });
  try {
    expect(() => createClient({ apiKey: "k" })).not.toThrow();
  } finally {
    if (before) Object.defineProperty(globalThis, property, before);
    else Reflect.deleteProperty(globalThis, property);
  }
});
