import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@serviceform/sandbox/server";
import { expect, onTestFinished, test } from "vitest";
import { findUnmet } from "./find-unmet.ts";
import { judge } from "./judge.ts";
import { uncalled, writeWorkflows } from "./write-workflows.ts";

const SLOW = { timeout: 60_000 };

test("an answer of the wrong shape, and a status that no workflow meets, are told", SLOW, async () => {
  const server = await startServer({ faults: [{ kind: "shape", operation: "listLeads" }] });
  onTestFinished(() => server.close());
  server.sandbox.store.chats = [];
  const { passed, report } = await judge(server.url, "sf_sandbox_key");
  expect(passed).toBe(false);
  expect(report).toMatch(/✗ schema check/);
  expect(findUnmet(server.sandbox.requests)).toContain("getChatStatistics 400");
});

test("every operation of a written workflow counts as called", async () => {
  expect(await uncalled()).not.toContain("getItem");
});

test("an operation without a workflow is called as the contract shows it, and held to the contract", SLOW, async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-respect-"));
  const file = join(scratch.path, "shown.arazzo.json");
  const server = await startServer();
  onTestFinished(() => server.close());
  await writeWorkflows(server.url, "sf_sandbox_key", ["updateItem", "getItem"], file);
  server.sandbox.faults.add({ kind: "status", status: 503, operation: "getItem" });
  const { passed, report } = await judge(server.url, "sf_sandbox_key", [file]);
  expect(passed).toBe(false);
  expect(report).toMatch(/updateItem-5/);
  expect(report).toMatch(/getItem-0/);
  expect(findUnmet(server.sandbox.requests)).not.toContain("updateItem 422");
});

test("a server that is not there is told", SLOW, async () => {
  const server = await startServer();
  await server.close();
  expect(await judge(server.url, "sf_sandbox_key")).toMatchObject({ passed: false });
});
