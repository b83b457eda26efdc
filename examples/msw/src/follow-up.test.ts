// #region setup
import { createSandbox } from "@serviceform/sandbox";
import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { followUp } from "./follow-up.ts";

const sandbox = createSandbox({ leadCount: 3 });
const server = setupServer(http.all("https://link.serviceform.com/*", ({ request }) => respond(request)));

/** A broken connection rejects as in `fetch`; MSW takes it as a response. */
async function respond(request: Request): Promise<Response> {
  try {
    return await sandbox.fetch(request);
  } catch (error) {
    if (error instanceof TypeError) return Response.error();
    throw error;
  }
}

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
beforeEach(() => {
  sandbox.reset();
  vi.stubEnv("SERVICEFORM_API_KEY", "sf_sandbox_key");
});
afterAll(() => server.close());
// #endregion

test("notes every lead", async () => {
  expect(await followUp("space-customers")).toBe("3 leads noted.");
  const noted = sandbox.store.items.slice(-3).map(({ primary_field }) => primary_field);
  expect(noted).toEqual(sandbox.store.leads.map(({ name }) => name));
});

test("reports an invalid key", async () => {
  vi.stubEnv("SERVICEFORM_API_KEY", "expired");
  expect(await followUp("space-customers")).toBe("The key is not valid.");
});

test("retries after a response with Retry-After", async () => {
  sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 0, operation: "createItem" });
  expect(await followUp("space-customers")).toBe("3 leads noted.");
  expect(sandbox.requests.filter(({ operation }) => operation === "createItem")).toHaveLength(4);
});

test("stops when the connection breaks in a write, and notes no lead twice", async () => {
  sandbox.faults.add({ kind: "reset", operation: "createItem" });
  await expect(followUp("space-customers")).rejects.toMatchObject({ name: "ConnectionError", mayHaveSucceeded: true });
  expect(sandbox.requests.filter(({ operation }) => operation === "createItem")).toHaveLength(1);
});
