import { spawn } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { clientEntry } from "./runner/client-entry.ts";
import { listen } from "./runner/listen.ts";

const server = await listen((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/json");
  response.statusCode = request.url?.includes("missing") ? 404 : 200;
  response.end(request.url === "/leads" ? '[{"id":"1"}]' : '{"id":"1"}');
});
afterAll(() => server.close());

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
  const env = { ...process.env, URL_UNDER_TEST: server.url };
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
