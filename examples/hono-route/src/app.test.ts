import { startServer } from "@serviceform/sandbox/server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { app } from "./app.ts";

const KEY = "S3CRET";
const { sandbox, url, close } = await startServer({ port: 0, apiKey: KEY });
const log = vi.spyOn(console, "error").mockImplementation(() => {});

beforeEach(() => {
  sandbox.reset();
  log.mockClear();
});
afterAll(close);

test("responds with an item", async () => {
  const [item] = sandbox.store.items;
  const response = await get(`/spaces/${item?.space_id}/items/${item?.id}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(item);
});

test.for(["/spaces/space-customers/items/nothing", "/spaces/space-customers/items/%2E%2E%2F"])(
  "knows no item at %s",
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(log).not.toHaveBeenCalled();
  },
);

test("an invalid key is logged only", async () => {
  const response = await get("/spaces/space-customers/items/item-1", "expired");
  expect(response.status).toBe(502);
  expect(await response.text()).toBe("Something went wrong.");
  expect(log).toHaveBeenCalledOnce();
});

function get(path: string, key = KEY) {
  return app.request(path, {}, { SERVICEFORM_API_KEY: key, SERVICEFORM_BASE_URL: url });
}
