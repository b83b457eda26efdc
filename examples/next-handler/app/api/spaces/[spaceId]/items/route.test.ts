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

test("answers with what a page shows", async () => {
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

test.for(["", "expired"])("tells the log of a key like %j, and the visitor nothing", async (key) => {
  vi.stubEnv("SERVICEFORM_API_KEY", key);
  const response = await get("space-customers");
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ message: "Something went wrong." });
  expect(log).toHaveBeenCalledOnce();
});

test("neither answer nor log holds the key", async () => {
  sandbox.faults.add({ kind: "reset", times: Number.POSITIVE_INFINITY });
  const context = { params: Promise.resolve({ spaceId: "space-customers" }) };
  const controller = new AbortController();
  const answer = GET(new Request("http://localhost/", { signal: controller.signal }), context);
  controller.abort(new Error("The visitor has left."));
  const response = await answer;
  expect(JSON.stringify([await response.text(), [...response.headers], log.mock.calls])).not.toContain(KEY);
});

function get(spaceId: string): Promise<Response> {
  return GET(new Request("http://localhost/api"), { params: Promise.resolve({ spaceId }) });
}
