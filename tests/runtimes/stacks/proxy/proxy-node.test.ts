import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closedUrl } from "../../src/listen.ts";
import { run } from "../../src/run.ts";
import { apiKey, consumer } from "../installed.ts";
import { type ServedSandbox, startSandbox } from "../start-sandbox.ts";
import { startForwardProxy } from "./forward-proxy.ts";
import { serveTls } from "./own-ca.ts";

const script = join(consumer, "create-item.mjs");
await copyFile(join(import.meta.dirname, "create-item.mjs"), script);
const LIMIT_MS = 60_000;

/** The outcome of a create in a process whose environment names a proxy. */
async function createItem(api: ServedSandbox, baseUrl: string, proxy: string, env: Record<string, string> = {}) {
  const { stdout, stderr } = await run(process.execPath, [script, api.spaceId], consumer, LIMIT_MS, {
    SERVICEFORM_API_KEY: apiKey,
    SERVICEFORM_BASE_URL: baseUrl,
    NODE_USE_ENV_PROXY: "1",
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    NO_PROXY: "",
    ...env,
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

test("a call goes through the proxy that NODE_USE_ENV_PROXY reads from the environment", async () => {
  await using api = await startSandbox();
  await using proxy = await startForwardProxy();
  expect(await createItem(api, api.url, proxy.url)).toEqual({ ok: true });
  expect(api.count("createItem")).toBe(1);
  expect(proxy.count()).toBe(1);
});

test("a call over https trusts the authority of NODE_EXTRA_CA_CERTS, and the proxy does not see the key", async () => {
  await using api = await startSandbox();
  await using tls = await serveTls(api.port);
  await using proxy = await startForwardProxy();
  const file = join(consumer, "ca.pem");
  await writeFile(file, tls.ca);
  expect(await createItem(api, tls.url, proxy.url, { NODE_EXTRA_CA_CERTS: file })).toEqual({ ok: true });
  expect(api.count("createItem")).toBe(1);
  expect(proxy.bytes()).not.toContain(apiKey);
});

test("a call over https ends at once without NODE_EXTRA_CA_CERTS", async () => {
  await using api = await startSandbox();
  await using tls = await serveTls(api.port);
  await using proxy = await startForwardProxy();
  const result = await createItem(api, tls.url, proxy.url);
  expect(result).toEqual({ ok: false, name: "ConnectionError", attempts: 1, mayHaveSucceeded: false });
  expect(api.sandbox.requests).toEqual([]);
});

test("a create is retried when the proxy of the environment is down", async () => {
  await using api = await startSandbox();
  const result = await createItem(api, api.url, await closedUrl());
  expect(result).toEqual({ ok: false, name: "ConnectionError", attempts: 3, mayHaveSucceeded: false });
});

test("a create that the proxy of the environment responds to with 504 is sent once", async () => {
  await using api = await startSandbox();
  await using proxy = await startForwardProxy(504);
  expect(await createItem(api, api.url, proxy.url)).toMatchObject({ ok: false, attempts: 1, mayHaveSucceeded: true });
  expect(proxy.count()).toBe(1);
});
