import { startServer } from "@serviceform/sandbox/server";
import { expect, onTestFinished, test } from "vitest";
import { findUncoveredStatuses } from "./find-uncovered-statuses.ts";
import { runRespect } from "./run-respect.ts";

const SLOW = { timeout: 300_000 };
const apiKey = "sf_sandbox_key";

test("runRespect reports an invalid response and another status than that of the contract", SLOW, async () => {
  const server = await startServer({
    faults: [
      { kind: "shape", operation: "listLeads" },
      { kind: "status", status: 503, operation: "getItem" },
    ],
  });
  onTestFinished(() => server.close());
  const { passed, report } = await runRespect({ url: server.url, apiKey }, ["listLeads", "updateItem", "getItem"]);
  expect(passed).toBe(false);
  expect(report).toMatch(/✗ schema check/);
  expect(report).toMatch(/updateItem-5/);
  expect(report).toMatch(/getItem-0/);
  const uncovered = findUncoveredStatuses(server.sandbox.requests);
  expect(uncovered).toContain("deleteItem 404");
  expect(uncovered).not.toContain("updateItem 422");
});

test("runRespect fails when the server is not reachable", async () => {
  const server = await startServer();
  await server.close();
  await expect(runRespect({ url: server.url, apiKey })).rejects.toThrow("connection");
});
