import { inspect } from "node:util";
import { expect, test } from "vitest";
import { closedUrl } from "../../src/listen.ts";
import { loadTool } from "../../src/load-tool.ts";
import { apiKey, createClient } from "../installed.ts";
import { startSandbox } from "../start-sandbox.ts";
import { startForwardProxy } from "./forward-proxy.ts";
import { serveTls } from "./own-ca.ts";

interface Undici {
  readonly fetch: (url: string, init: object) => Promise<Response>;
  readonly ProxyAgent: new (options: { uri: string; requestTls?: { ca: string } }) => AsyncDisposable;
}

const { module: undici } = await loadTool<Undici>("proxy", "undici");
const input = { primary_field: "Acme" };

/** A client whose requests all go through a proxy. */
function createProxiedClient(baseUrl: string, uri: string, ca?: string) {
  const dispatcher = new undici.ProxyAgent({ uri, ...(ca && { requestTls: { ca } }) });
  const fetch = (url: string, init: object) => undici.fetch(url, { ...init, dispatcher });
  return createClient({ apiKey, baseUrl, fetch, retries: { baseDelayMs: 1 } });
}

test("a call through undici's ProxyAgent reaches the API once", async () => {
  await using api = await startSandbox();
  await using proxy = await startForwardProxy();
  const serviceform = createProxiedClient(api.url, proxy.url);
  await serviceform.createItem({ spaceId: api.spaceId, ...input });
  expect(await Array.fromAsync(serviceform.stream.listLeads())).toHaveLength(api.sandbox.store.leads.length);
  expect(api.count("createItem")).toBe(1);
  expect(proxy.count()).toBeGreaterThan(0);
  expect(proxy.bytes()).toContain(apiKey);
});

test("a proxy does not see the key of a call over https", async () => {
  await using api = await startSandbox();
  await using tls = await serveTls(api.port);
  await using proxy = await startForwardProxy();
  await createProxiedClient(tls.url, proxy.url, tls.ca).createItem({ spaceId: api.spaceId, ...input });
  expect(api.count("createItem")).toBe(1);
  expect(proxy.bytes()).not.toContain(apiKey);
  expect(proxy.bytes()).not.toBe("");
});

test("a certificate of an unknown authority ends a call through a proxy at once", async () => {
  await using api = await startSandbox();
  await using tls = await serveTls(api.port);
  await using proxy = await startForwardProxy();
  const call = createProxiedClient(tls.url, proxy.url).createItem({ spaceId: api.spaceId, ...input });
  const error = await call.catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1, mayHaveSucceeded: false });
  expect(proxy.count()).toBe(1);
});

test("a create is retried when the proxy is down", async () => {
  await using api = await startSandbox();
  const call = createProxiedClient(api.url, await closedUrl()).createItem({ spaceId: api.spaceId, ...input });
  const error = await call.catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, mayHaveSucceeded: false });
  expect(api.count("createItem")).toBe(0);
});

test.for([502, 504])("no request passes a proxy that responds to CONNECT with %i", async (status) => {
  await using api = await startSandbox();
  await using proxy = await startForwardProxy(status);
  const serviceform = createProxiedClient(api.url, proxy.url);
  const create = await serviceform.createItem({ spaceId: api.spaceId, ...input }).catch((thrown) => thrown);
  expect(create.name).toBe("ConnectionError");
  expect(inspect(create, { depth: null })).toContain(`Proxy response (${status})`);
  expect(proxy.count()).toBe(create.attempts);
  expect(await serviceform.safe.listLeads()).toMatchObject({ ok: false, error: { attempts: 3 } });
  expect(api.sandbox.requests).toEqual([]);
});
