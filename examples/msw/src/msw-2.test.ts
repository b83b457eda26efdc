import { createSandbox } from "@serviceform/sandbox";
import { http } from "msw-2";
import { setupServer } from "msw-2/node";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { followUp } from "./follow-up.ts";

const sandbox = createSandbox({ leadCount: 3 });
const server = setupServer(http.all("https://link.serviceform.com/*", ({ request }) => sandbox.fetch(request)));

// #region listen
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
// #endregion
beforeEach(() => {
  sandbox.reset();
  vi.stubEnv("SERVICEFORM_API_KEY", "sf_sandbox_key");
});
afterAll(() => server.close());

test("MSW 2 responds with the sandbox too", async () => {
  expect(await followUp("space-customers")).toBe("3 leads noted.");
  expect(sandbox.requests).toHaveLength(4);
});

test("MSW 2 rejects requests to other hosts", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await expect(fetch("https://other.example/leads")).rejects.toThrow();
  expect(sandbox.requests).toHaveLength(0);
});
