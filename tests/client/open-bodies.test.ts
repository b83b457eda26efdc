import { spawn } from "node:child_process";
import { getEventListeners } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@serviceform/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { clientEntry } from "./runner/client-entry.ts";
import { clientOf, jsonResponse } from "./runner/scripted-client.ts";

const warnings: Error[] = [];
const warn = (warning: Error) => void warnings.push(warning);
beforeAll(() => void process.on("warning", warn));
afterAll(() => void process.off("warning", warn));

const server = createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/json");
  response.statusCode = request.url?.includes("missing") ? 404 : 200;
  response.end(request.url === "/leads" ? '[{"id":"1"}]' : '{"id":"1"}');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** One call of each kind: data, error, a whole stream, a cancelled stream. */
async function mixed(client: ReturnType<typeof createClient>, index: number, signal: AbortSignal): Promise<void> {
  switch (index % 4) {
    case 0:
      await client.listLeads({}, { signal });
      return;
    case 1:
      await client.safe.getItem({ spaceId: "s", itemId: "missing" }, { signal });
      return;
    case 2:
      for await (const _ of client.stream.listLeads({}, { signal }));
      return;
    default:
      for await (const _ of client.stream.listLeads({}, { signal })) break;
  }
}

test("2 000 calls one after the other on one signal leave no listener and no warning", async () => {
  const { signal } = new AbortController();
  const client = clientOf(async (target) =>
    target.includes("missing") ? jsonResponse({}, { status: 404 }) : jsonResponse([{ id: "1" }]),
  );
  for (let index = 0; index < 2_000; index++) await mixed(client, index, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(warnings).toEqual([]);
});

test("2 000 calls at once on one signal leave no listener and no warning", async () => {
  const { signal } = new AbortController();
  const client = clientOf(async (target) => {
    await new Promise((resolve) => setImmediate(resolve));
    return target.includes("missing") ? jsonResponse({}, { status: 404 }) : jsonResponse([{ id: "1" }]);
  });
  await Promise.all(Array.from({ length: 2_000 }, (_, index) => mixed(client, index, signal)));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(warnings).toEqual([]);
});

test("400 calls over sockets on one signal leave no listener and no warning", async () => {
  const { signal } = new AbortController();
  const client = createClient({ apiKey: "k", baseUrl: url(), maxConcurrency: 50 });
  await Promise.all(Array.from({ length: 400 }, (_, index) => mixed(client, index, signal)));
  await new Promise((resolve) => setImmediate(resolve));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(warnings).toEqual([]);
});

test("2 000 calls that are aborted together all reject with the reason", async () => {
  const controller = new AbortController();
  const client = clientOf(() => new Promise(() => {}));
  const pending = Array.from({ length: 2_000 }, () =>
    client.listLeads({}, { signal: controller.signal }).catch((reason) => reason),
  );
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort("all");
  expect(new Set(await Promise.all(pending))).toEqual(new Set(["all"]));
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});

test("an abort after the call has no effect", async () => {
  const controller = new AbortController();
  const aborted = vi.fn();
  const client = clientOf(async (_, { signal }) => {
    signal?.addEventListener("abort", aborted);
    return jsonResponse([]);
  });
  await client.listLeads({}, { signal: controller.signal });
  controller.abort();
  expect(aborted).not.toHaveBeenCalled();
});

const scenarios = {
  "calls are done": "await client.listLeads(); await client.safe.getItem({ spaceId: 's', itemId: 'missing' });",
  "a stream is left": "for await (const _ of client.stream.listLeads()) break;",
  "a stream is read": "for await (const _ of client.stream.listLeads());",
  "a call has been aborted":
    "const c = new AbortController(); const p = hanging.listLeads({}, { signal: c.signal }).catch(() => {}); c.abort(); await p;",
  "a call has timed out": "await hanging.listLeads({}, { timeoutMs: 20, retries: 0 }).catch(() => {});",
  "a signal is still held":
    "globalThis.c = new AbortController(); await client.listLeads({}, { signal: c.signal }); delete globalThis.c;",
};

test("an import has no side effect, and a process without pending calls exits at once", async () => {
  const options = "apiKey: 'k', timeoutMs: 600_000, totalTimeoutMs: 600_000";
  const { code, output, tookMs } = await run(`
    const before = Object.getOwnPropertyNames(globalThis).length;
    const { createClient } = await import(${JSON.stringify(clientEntry)});
    if (Object.getOwnPropertyNames(globalThis).length !== before) console.log("importing sets globals");
    const client = createClient({ ${options}, baseUrl: process.env.URL_UNDER_TEST });
    const hanging = createClient({ ${options}, fetch: () => new Promise(() => {}) });
    ${Object.entries(scenarios)
      .map(
        ([name, script]) => `await (async () => { ${script} })();
    if (process.getActiveResourcesInfo().includes("Timeout")) console.log("a timer runs on after ${name}");`,
      )
      .join("\n")}
    console.log("done");`);
  expect({ code, output }).toEqual({ code: 0, output: "done\n" });
  expect(tookMs).toBeLessThan(60_000);
});

/** Runs a script in a process of its own and returns how long it ran after it printed `done`. */
function run(script: string): Promise<{ code: number | null; tookMs: number; output: string }> {
  const env = { ...process.env, URL_UNDER_TEST: url() };
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { env });
  let output = "";
  let doneAt = 0;
  child.stdout.on("data", (chunk) => {
    output += chunk;
    if (output.includes("done")) doneAt ||= performance.now();
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) =>
    child.once("exit", (code) => resolve({ code, output, tookMs: performance.now() - doneAt })),
  );
}
