import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "@serviceform/sandbox/server";
import { build } from "esbuild";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type worker from "./worker.ts";

const KEY = "S3CRET";
const NOW = new Date("2026-03-04T15:00:00Z");
vi.setSystemTime(NOW);
const { sandbox, url, close } = await startServer({ port: 0, apiKey: KEY, leadCount: 5_000, now: NOW });
const log = vi.spyOn(console, "error").mockImplementation(() => {});
// The file that would be deployed.
await using folder = await mkdtempDisposable(join(tmpdir(), "worker-"));
const outfile = join(folder.path, "worker.mjs");
const { metafile } = await build({
  entryPoints: [join(import.meta.dirname, "worker.ts")],
  outfile,
  bundle: true,
  format: "esm",
  // As wrangler does: with nothing of Node, and no `process` at run time.
  platform: "neutral",
  mainFields: ["module", "main"],
  conditions: ["workerd", "worker", "browser"],
  metafile: true,
});
const bundled: { default: typeof worker } = await import(pathToFileURL(outfile).href);

beforeEach(() => {
  sandbox.reset();
  log.mockClear();
});
afterAll(close);

test("the bundle is complete, and contains only the client's main entry", () => {
  const [output] = Object.values(metafile.outputs);
  expect(output?.imports).toEqual([]);
  const packages = Object.keys(output?.inputs ?? {}).map((file) => file.replace(/.*(packages\/[^/]+)\/.*/, "$1"));
  expect(new Set(packages)).toEqual(new Set(["src/worker.ts", "packages/client"]));
});

test("responds with the number of today's chats", async () => {
  const response = await get("/chats/today");
  expect(response.status).toBe(200);
  const midnight = Date.UTC(2026, 2, 4) / 1_000;
  const today = sandbox.store.chats.filter(({ lastMessageTime = 0 }) => lastMessageTime >= midnight);
  expect(today.length).toBeGreaterThan(0);
  expect(await response.json()).toEqual({ chats: today.length });
});

test("responds to one path only", async () => {
  expect((await get("/")).status).toBe(404);
  expect(sandbox.requests).toEqual([]);
});

test("an invalid key is logged only", async () => {
  const response = await get("/chats/today", "expired");
  expect(response.status).toBe(502);
  expect(await response.text()).toBe("Something went wrong.");
  expect(log.mock.calls.flat()).toEqual([expect.stringMatching(/403.*getChatStatistics GET/)]);
});

function get(path: string, key = KEY): Promise<Response> {
  const env = { SERVICEFORM_API_KEY: key, SERVICEFORM_BASE_URL: url };
  return bundled.default.fetch(new Request(`https://worker.example${path}`), env);
}
