import { once } from "node:events";
import { createConnection } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { call, read } from "../testing/call.js";
import { raw } from "../testing/raw.js";
import { startServer } from "../testing/sandbox.js";
// biome-ignore lint/style/noRestrictedImports: it must reject before there is a sandbox
import { type ServerOptions, startServer as startUnvalidated } from "./start-server.js";

const items = "/flex/spaces/space-customers/items";

/** A server for one test, and functions that call it over the network. */
async function serve(options?: ServerOptions) {
  const server = await startServer(options);
  onTestFinished(() => server.close());
  const overNetwork = (url: string | URL | Request, init?: RequestInit) =>
    fetch(String(url).replace("https://link.serviceform.com", server.url), init);
  return { ...server, fetch: overNetwork };
}

test("the API responds over HTTP as it does in memory", async () => {
  const server = await serve();
  const { sandbox } = server;
  for (const what of ["GET /flex/spaces", `GET ${items}`, "GET /leads", "GET /statistics/chat?metrics=totalChats"]) {
    expect(await read(server, what)).toEqual(await read(sandbox, what));
  }
  const body = { showMessages: true, limit: 3 };
  expect(await read(server, "POST /chats", { body })).toEqual(await read(sandbox, "POST /chats", { body }));
  const created = await read<{ id: string }>(server, `POST ${items}`, { body: { primary_field: "Acme" } });
  expect(await read(server, `PUT ${items}/${created.id}`, { body: { primary_field: "B" } })).toMatchObject(
    await read<object>(sandbox, `GET ${items}/${created.id}`),
  );
  expect((await call(server, `DELETE ${items}/${created.id}`)).status).toBe(200);
  expect((await call(server, `GET ${items}/${created.id}`)).status).toBe(404);
  expect((await call(server, "GET /leads", { key: undefined })).status).toBe(401);
});

test("the URL names the port, and the options are those of a sandbox", async () => {
  const { url, port, sandbox } = await serve({ apiKey: "k", leadCount: 5, seed: 3 });
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(sandbox.store.leads).toHaveLength(5);
  expect((await fetch(`${url}/leads`, { headers: { "sf-api-key": "k" } })).status).toBe(200);
});

test("an unknown host name reaches the API and the health check, not the pages or the state", async () => {
  const { port } = await serve();
  const request = (path: string) =>
    raw(
      port,
      `GET ${path} HTTP/1.1\r\nHost: elsewhere.example\r\nsf-api-key: sf_sandbox_key\r\nConnection: close\r\n\r\n`,
    );
  for (const path of ["/flex/spaces", "/_sandbox/health"]) expect(await request(path)).toMatch(/^HTTP\/1\.1 200 /);
  for (const path of ["/", "/_sandbox", "/_sandbox/events", "/_sandbox/state"])
    expect(await request(path)).toMatch(/^HTTP\/1\.1 403 /);
});

test("the health check responds to HEAD, which tools that wait for a server send", async () => {
  const { url } = await serve();
  const response = await fetch(`${url}/_sandbox/health`, { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

test("an allowed host name reaches the pages too", async () => {
  const { port } = await serve({ allowHosts: ["sandbox", "API_1.test"] });
  const request = (host: string, path: string) =>
    raw(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, { open: true });
  for (const host of ["sandbox", `sandbox:${port}`, "SANDBOX:80", "api_1.test"]) {
    for (const path of ["/", "/_sandbox", "/_sandbox/live.js"])
      expect(await request(host, path)).toMatch(/^HTTP\/1\.1 200 /);
  }
  for (const host of ["other", "sandbox.example", "a.sandbox", "api-1.test"]) {
    const response = await request(host, "/");
    expect(response).toMatch(/^HTTP\/1\.1 403 /);
    expect(response).toContain("the names of --allow-host");
  }
});

test("a request with a body that is too large gets the response, and the connection stays open", async () => {
  const server = await serve();
  const body = { primary_field: "x".repeat(2_000_000) };
  expect((await call(server, `POST ${items}`, { body })).status).toBe(422);
  expect((await call(server, `GET ${items}`)).status).toBe(200);
});

test("a response that breaks the contract is a 500 that names it", async () => {
  const server = await serve();
  const logged = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => logged.mockRestore());
  server.sandbox.store.leads = [{ id: 5 } as never];
  const response = await call(server, "GET /leads");
  const message = expect.stringContaining("listLeads breaks the contract at /0/id");
  expect([response.status, await response.json()]).toEqual([500, { message }]);
  // Otherwise the console of a browser would only blame CORS.
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ name: "ContractError" }));
});

test("a port in use is an error with a sentence", async () => {
  const { port } = await serve();
  await expect(startServer({ port })).rejects.toThrow(
    `Port ${port} is in use. Choose another one, or 0 for any that is free.`,
  );
});

test.each<readonly [object, string]>([
  [{ port: 70_000 }, "port must be an integer from 0 to 65535"],
  [{ port: "4010" }, "port must be an integer from 0 to 65535"],
  [{ port: Number.NaN }, "port must be an integer from 0 to 65535"],
  [{ port: null }, "port must be an integer from 0 to 65535"],
  ...["", " ", "a b", "0", "127.1", "127.0.0.1:80", "http://x", "[::1]", "fe80::1%lo", "-", null, 127, {}].map(
    (host) => [{ host }, "host must be an IP address or a host name, without scheme and port"] as const,
  ),
  ...["sandbox", [""], ["a", "b:4010"], ["*"], ["*.example"], ["user@a"], [5], null].map(
    (allowHosts) => [{ allowHosts }, "allowHosts must be a list of host names, without scheme and port"] as const,
  ),
  [{ apiKey: "" }, "apiKey must be ASCII text without spaces"],
  [{ host: "192.0.2.1" }, "This machine has no address 192.0.2.1."],
  [{ sede: 1 }, 'unknown option "sede"'],
])("the options %o are rejected", async (options, sentence) => {
  await expect(startServer(options as ServerOptions)).rejects.toThrow(sentence);
});

test("a port in place of options is rejected", async () => {
  await expect(startUnvalidated(4010 as ServerOptions)).rejects.toThrow("options must be an object");
});

test("a host that is not loopback prints a warning, and its URL works", async () => {
  const warned = vi.spyOn(console, "warn").mockReturnValue();
  onTestFinished(() => warned.mockRestore());
  const { url, port } = await serve({ host: "0.0.0.0" });
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect((await fetch(`${url}/_sandbox`)).status).toBe(200);
  expect(warned).toHaveBeenCalledWith("The sandbox listens on 0.0.0.0: others on the network can reach it.");
  await serve({ host: "127.0.0.1" });
  expect(warned).toHaveBeenCalledTimes(1);
});

test("a rejected host does not listen and prints no warning", async () => {
  const warned = vi.spyOn(console, "warn").mockReturnValue();
  onTestFinished(() => warned.mockRestore());
  await expect(startServer({ host: "" })).rejects.toThrow(TypeError);
  expect(warned).not.toHaveBeenCalled();
});

test("close waits for running requests, and can be called twice", async () => {
  const server = await serve({ faults: [{ kind: "latency", ms: 50 }] });
  const response = call(server, "GET /leads");
  await expect.poll(() => server.sandbox.requests).toHaveLength(1);
  const closed = Promise.all([server.close(), server.close()]);
  expect((await response).status).toBe(200);
  await closed;
  await expect(call(server, "GET /leads")).rejects.toThrow("fetch failed");
});

test("closing does not wait for a connection without a request", async () => {
  const server = await startServer();
  const socket = createConnection(server.port, "127.0.0.1");
  await once(socket, "connect");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  await server.close();
});

test("closing breaks off requests that do not end", async () => {
  const server = await serve({ faults: [{ kind: "stall", after: "nothing" }] });
  const response = call(server, "GET /leads").catch((error: Error) => error.message);
  await expect.poll(() => server.sandbox.requests).toHaveLength(1);
  vi.useFakeTimers({ toFake: ["setInterval", "setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const closed = server.close();
  await vi.advanceTimersByTimeAsync(1_000);
  await closed;
  expect(await response).toBe("fetch failed");
});

test("closing ends the event streams of the live view in order", async () => {
  const server = await startServer();
  const response = await fetch(`${server.url}/_sandbox/events`);
  const text = response.text();
  await server.close();
  // It would reject if the connection had been broken off.
  expect(await text).toMatch(/^data: \{"requests":\[\],/);
});
