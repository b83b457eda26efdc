import { inspect } from "node:util";
import { startServer } from "@serviceform/sandbox/server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";

const KEY = "S3CRET";
const { sandbox, url, close } = await startServer({ port: 0, apiKey: KEY });
vi.stubEnv("SERVICEFORM_BASE_URL", url);
// As while Next.js builds: the module loads without a key.
const { GET } = await import("./route.ts");
const log = vi.spyOn(console, "error").mockImplementation(() => {});

beforeEach(() => {
  sandbox.reset();
  log.mockClear();
  vi.stubEnv("SERVICEFORM_API_KEY", KEY);
});
afterAll(close);

test("responds with the fields that a page shows", async () => {
  const response = await get("space-customers");
  const items = sandbox.store.items.filter(({ space_id }) => space_id === "space-customers");
  expect(await response.json()).toEqual(items.map(({ id, primary_field }) => ({ id, name: primary_field })));
});

test.for(["nowhere", ".."])("knows no space %j", async (spaceId) => {
  const response = await get(spaceId);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ message: "There is no such space." });
  expect(log).not.toHaveBeenCalled();
});

test.for(["", "expired"])("logs a key like %j and does not show it to the visitor", async (key) => {
  vi.stubEnv("SERVICEFORM_API_KEY", key);
  const response = await get("space-customers");
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ message: "Something went wrong." });
  expect(log).toHaveBeenCalledOnce();
});

test("neither response nor log contains the key", async () => {
  sandbox.faults.add({ kind: "reset", times: Number.POSITIVE_INFINITY });
  // Waits are random, up to a limit: these are none.
  vi.spyOn(Math, "random").mockReturnValue(0);
  const response = await get("space-customers");
  expect(sandbox.requests).toHaveLength(3);
  expect(log.mock.calls).toEqual([[expect.objectContaining({ name: "ConnectionError", attempts: 3 })]]);
  const shown = [await response.text(), [...response.headers], log.mock.calls];
  expect(JSON.stringify(shown) + inspect(shown, { depth: null, showHidden: true })).not.toContain(KEY);
});

test("an error that Next.js throws through fetch is rethrown", async () => {
  const steering = Object.assign(new Error("Dynamic server usage"), { digest: "DYNAMIC_SERVER_USAGE" });
  vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(steering);
  await expect(get("space-customers")).rejects.toBe(steering);
  expect(log).not.toHaveBeenCalled();
});

test("an aborted request aborts the call", async () => {
  sandbox.faults.add({ kind: "stall", after: "nothing" });
  const visitor = new AbortController();
  const response = get("space-customers", visitor.signal);
  await vi.waitUntil(() => sandbox.requests.length === 1, { timeout: 30_000 });
  visitor.abort("left");
  expect((await response).status).toBe(502);
  expect(log.mock.calls).toEqual([["left"]]);
});

function get(spaceId: string, signal?: AbortSignal): Promise<Response> {
  return GET(new Request("http://localhost/api", { signal: signal ?? null }), { params: Promise.resolve({ spaceId }) });
}
