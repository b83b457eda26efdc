import { createClient } from "@serviceform/client";
import { usesSecuritySchemes } from "@serviceform/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { jsonResponse, rejection } from "./runner/scripted-client.ts";

beforeEach(() => {
  vi.stubEnv("SERVICEFORM_API_KEY", undefined);
  vi.stubEnv("SERVICEFORM_BASE_URL", undefined);
  vi.stubEnv("SERVICEFORM_ALLOW_INSECURE_HTTP", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** Installs a global fetch and returns its calls. */
function stubFetch() {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => jsonResponse([]));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const keyOf = (init: RequestInit | undefined): string | null => new Headers(init?.headers).get("sf-api-key");

test("the key and the base URL come from the environment", async () => {
  vi.stubEnv("SERVICEFORM_API_KEY", "env-key");
  vi.stubEnv("SERVICEFORM_BASE_URL", "https://env.example/prefix/");
  const fetch = stubFetch();
  await createClient().listLeads();
  expect(fetch.mock.calls[0]?.[0]).toBe("https://env.example/prefix/leads");
  expect(keyOf(fetch.mock.calls[0]?.[1])).toBe("env-key");
});

test("options have priority over the environment", async () => {
  vi.stubEnv("SERVICEFORM_API_KEY", "env-key");
  vi.stubEnv("SERVICEFORM_BASE_URL", "https://env.example");
  const fetch = stubFetch();
  await createClient({ apiKey: "given", baseUrl: "https://given.example" }).listLeads();
  expect(fetch.mock.calls[0]?.[0]).toBe("https://given.example/leads");
  expect(keyOf(fetch.mock.calls[0]?.[1])).toBe("given");
});

test.for([undefined, ""])("a variable that is %j is absent, so the contract's server is called", async (value) => {
  vi.stubEnv("SERVICEFORM_API_KEY", value);
  vi.stubEnv("SERVICEFORM_BASE_URL", value);
  const fetch = stubFetch();
  await createClient({ apiKey: "k" }).listLeads();
  expect(fetch.mock.calls[0]?.[0]).toBe("https://link.serviceform.com/leads");
});

test.for([null, 5, "options", true])("options %j are rejected", async (options) => {
  vi.stubEnv("SERVICEFORM_API_KEY", "k");
  expect(() => createClient(options as never)).toThrow(/options/);
  expect(await rejection(createClient().listLeads({}, options as never))).toMatchObject({ name: "ConfigurationError" });
});

test("an apiKey option that is no key does not fall back to the environment", () => {
  vi.stubEnv("SERVICEFORM_API_KEY", "env-key");
  for (const apiKey of ["", " ", null]) expect(() => createClient({ apiKey: apiKey as string })).toThrow(/apiKey/);
});

test.for([
  ["S3CRET\nx", "apiKey must be printable ASCII"],
  ['"S3CRET"', "apiKey must be the key, not a value in quotes"],
] as const)("the invalid key %j in the environment is rejected with the reason, and not shown", ([key, reason]) => {
  vi.stubEnv("SERVICEFORM_API_KEY", key);
  expect(() => createClient()).toThrow(reason);
  expect(() => createClient()).not.toThrow(/S3CRET/);
});

test("a bad base URL in the environment is rejected", () => {
  vi.stubEnv("SERVICEFORM_API_KEY", "k");
  for (const url of ["http://env.example", "env.example", "https://u:secret@env.example", "https://env.example?q"]) {
    vi.stubEnv("SERVICEFORM_BASE_URL", url);
    expect(() => createClient()).toThrow(/baseUrl/);
    expect(() => createClient()).not.toThrow(/secret/);
  }
});

test.for(["http://sandbox:4010", "http://evil.localhost"])(
  "the option, or the environment with the value true, allows %s",
  async (url) => {
    vi.stubEnv("SERVICEFORM_BASE_URL", url);
    const fetch = stubFetch();
    for (const word of [undefined, "", "false", "1", "yes", "TRUE", "True", " true", "true "]) {
      vi.stubEnv("SERVICEFORM_ALLOW_INSECURE_HTTP", word);
      expect(() => createClient({ apiKey: "k" }), word).toThrow(/baseUrl/);
    }
    await createClient({ apiKey: "k", allowInsecureHttp: true }).listLeads();
    vi.stubEnv("SERVICEFORM_ALLOW_INSECURE_HTTP", "true");
    expect(() => createClient({ apiKey: "k", allowInsecureHttp: false })).toThrow(/baseUrl/);
    await createClient({ apiKey: "k" }).listLeads();
    await createClient({ apiKey: "k", allowInsecureHttp: undefined }).listLeads();
    expect(fetch.mock.calls.map(([target]) => target)).toEqual(Array(3).fill(`${url}/leads`));
  },
);

test("the environment is read only when plain http needs it", () => {
  const reads: string[] = [];
  const env = new Proxy({} as Record<string, string>, { get: (_, name) => void reads.push(String(name)) });
  vi.stubGlobal("process", { env });
  for (const baseUrl of ["https://api.example", "http://localhost:1"]) createClient({ apiKey: "k", baseUrl });
  vi.unstubAllGlobals();
  expect(reads).toEqual([]);
});

test("the environment and the option allow plain http only", () => {
  vi.stubEnv("SERVICEFORM_ALLOW_INSECURE_HTTP", "true");
  for (const baseUrl of ["ftp://api.example", "http://u@api.example", "http://api.example?x"])
    for (const allowInsecureHttp of [undefined, true])
      expect(() => createClient({ apiKey: "k", baseUrl, allowInsecureHttp })).toThrow(/baseUrl/);
});

function notCapable(): never {
  throw new Error("NotCapable");
}

test.for([
  ["variables that cannot be read", { env: new Proxy({}, { get: notCapable }) }],
  ["an environment that cannot be read", Object.defineProperty({}, "env", { get: notCapable })],
  ["no environment", {}],
  ["no process", undefined],
] as const)("%s count as absent variables", async ([, fake]) => {
  const fetch = stubFetch();
  const { process: real } = globalThis;
  const withFake = (options?: object) => {
    vi.stubGlobal("process", fake);
    try {
      return createClient(options);
    } finally {
      vi.stubGlobal("process", real);
    }
  };
  // With several security schemes, a credential is required when a call needs it.
  if (usesSecuritySchemes) await expect(withFake().listLeads()).rejects.toThrow("apiKey is required for listLeads");
  else expect(() => withFake()).toThrow("apiKey is required; pass it or set SERVICEFORM_API_KEY");
  await withFake({ apiKey: "k" }).listLeads();
  expect(fetch.mock.calls[0]?.[0]).toBe("https://link.serviceform.com/leads");
});

test("fetch is looked up at call time", async () => {
  const client = createClient({ apiKey: "k" });
  const first = stubFetch();
  await client.listLeads();
  const second = stubFetch();
  await client.listLeads();
  expect(first).toHaveBeenCalledOnce();
  expect(second).toHaveBeenCalledOnce();
});

test("a missing fetch is a ConnectionError", async () => {
  vi.stubGlobal("fetch", undefined);
  expect(await rejection(createClient({ apiKey: "k", retries: 0 }).listLeads())).toMatchObject({
    name: "ConnectionError",
  });
});

test.for([
  "https://api.example",
  "HTTPS://API.EXAMPLE",
  "https://api.example:8443",
  "https://[2001:db8::1]",
  "https://api.example/a/b/",
  "http://localhost",
  "http://localhost:3000/",
  "http://127.0.0.1:8080",
  "http://127.1",
  "http://127.255.255.254",
  "http://0x7f000001",
  "http://[::1]:9",
  "http://LOCALHOST:1",
  "http://127.0.0.1.",
  "http://2130706433",
  "http://[0:0:0:0:0:0:0:1]",
  "http://[::ffff:127.0.0.1]:9",
  "http://[::ffff:7fff:fffe]",
])("%s is a base URL", async (baseUrl) => {
  const fetch = stubFetch();
  await createClient({ apiKey: "k", baseUrl }).listLeads();
  expect(fetch.mock.calls[0]?.[0]).toBe(`${new URL(baseUrl).href.replace(/\/$/, "")}/leads`);
});

test("an opaque redirect of a browser is rejected", async () => {
  const opaque = Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });
  vi.stubGlobal("fetch", async () => opaque);
  const error = await rejection(createClient({ apiKey: "k" }).deleteItem({ spaceId: "s", itemId: "i" }));
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1, mayHaveSucceeded: true });
  expect(error.message).toMatch(/^redirect was not followed/);
});

test("a response after a redirect that fetch followed is rejected", async () => {
  const followed = Object.defineProperties(jsonResponse([{ id: "other" }]), {
    redirected: { value: true },
    url: { value: "https://other.example/secret?token=1" },
  });
  vi.stubGlobal("fetch", async () => followed);
  const error = await rejection(createClient({ apiKey: "k" }).listLeads());
  expect(error).toMatchObject({ name: "ConnectionError" });
  expect(error.message).toContain("https://other.example");
  expect(error.message).not.toContain("secret");
});

test.for([
  ["createItem", { spaceId: "s", primary_field: "x" }, '{"primary_field":"x"}'],
  ["deleteItem", { spaceId: "s", itemId: "i" }, ""],
] as const)("no runtime retries %s on its own", async ([operation, input, body]) => {
  vi.stubGlobal("Deno", {});
  const fetch = stubFetch();
  const client = createClient({ apiKey: "k", retries: 0 });
  await (client.safe[operation] as (input: unknown) => Promise<unknown>)(input);
  const init = fetch.mock.calls[0]?.[1];
  expect(init).toMatchObject({ keepalive: false, body: expect.any(Blob) });
  expect(await new Response(init?.body).text()).toBe(body);
});

test("reads, and writes outside of Deno, do not change the connection or the body", async () => {
  const fetch = stubFetch();
  const client = createClient({ apiKey: "k" });
  await client.safe.createItem({ spaceId: "s", primary_field: "x" });
  vi.stubGlobal("Deno", {});
  await client.listChats({ limit: 1 });
  const [write, read] = fetch.mock.calls.map(([, init]) => init);
  expect(write?.body).toBe('{"primary_field":"x"}');
  expect(read?.body).toBe('{"limit":1}');
  expect(read).not.toHaveProperty("keepalive");
});

test.for([
  ["a Request with the option", { Request: { prototype: { cache: "default" } } }, "no-store"],
  ["a Request without the option", { Request: { prototype: {} } }, undefined],
  ["no Request", { Request: undefined }, undefined],
  ["Node.js", { process, Request: undefined }, "no-store"],
  ["an old worker with nodejs_compat", { process, caches: {}, Request: { prototype: {} } }, undefined],
] as const)("requests bypass caches as far as the runtime can: %s", async ([, globals, cache]) => {
  const fetch = stubFetch();
  const client = createClient({ apiKey: "k" });
  for (const [name, value] of Object.entries({ process: undefined, ...globals })) vi.stubGlobal(name, value);
  const pending = client.listLeads();
  // A credential can take some microtasks.
  for (let turn = 0; turn < 20 && fetch.mock.calls.length === 0; turn += 1) await undefined;
  vi.unstubAllGlobals();
  await pending;
  expect(fetch.mock.calls[0]?.[1].cache).toBe(cache);
});
