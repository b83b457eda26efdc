import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@serviceform/sandbox/server";
import { expect, onTestFinished, test } from "vitest";
import { findUncoveredStatuses } from "./find-uncovered-statuses.ts";
import { runRespect } from "./run-respect.ts";
import { uncalled, writeWorkflows } from "./write-workflows.ts";

const SLOW = { timeout: 300_000 };

test(
  "runRespect reports an invalid response and findUncoveredStatuses a status that no workflow covers",
  SLOW,
  async () => {
    const server = await startServer({ faults: [{ kind: "shape", operation: "listLeads" }] });
    onTestFinished(() => server.close());
    server.sandbox.store.chats = [];
    const { passed, report } = await runRespect(server.url, "sf_sandbox_key");
    expect(passed).toBe(false);
    expect(report).toMatch(/✗ schema check/);
    expect(findUncoveredStatuses(server.sandbox.requests)).toContain("getChatStatistics 400");
  },
);

test("every operation of a workflow counts as called", async () => {
  expect(await uncalled()).not.toContain("getItem");
});

test("an operation without a workflow is called with the examples of the contract and validated", SLOW, async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-respect-"));
  const file = join(scratch.path, "shown.arazzo.json");
  const server = await startServer();
  onTestFinished(() => server.close());
  await writeWorkflows(server.url, "sf_sandbox_key", ["updateItem", "getItem"], file);
  server.sandbox.faults.add({ kind: "status", status: 503, operation: "getItem" });
  const { passed, report } = await runRespect(server.url, "sf_sandbox_key", [file]);
  expect(passed).toBe(false);
  expect(report).toMatch(/updateItem-5/);
  expect(report).toMatch(/getItem-0/);
  expect(findUncoveredStatuses(server.sandbox.requests)).not.toContain("updateItem 422");
});

test("runRespect fails when the server is not reachable", SLOW, async () => {
  const server = await startServer();
  await server.close();
  expect(await runRespect(server.url, "sf_sandbox_key")).toMatchObject({ passed: false });
});
