import { startServer } from "@serviceform/sandbox/server";
import { expect, onTestFinished, test } from "vitest";
import { findUnmet } from "./find-unmet.ts";
import { judge } from "./judge.ts";

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

test("a server that is not there is told", SLOW, async () => {
  const server = await startServer();
  await server.close();
  expect(await judge(server.url, "sf_sandbox_key")).toMatchObject({ passed: false });
});
