import type { PgBoss } from "pg-boss";
import { expect, test } from "vitest";
import { startBoss } from "./start-boss.js";

test("startBoss stops a queue that starts but cannot be prepared", async () => {
  const calls: string[] = [];
  // Has what `startBoss` calls.
  const boss = {
    start: async () => calls.push("start"),
    stop: async () => calls.push("stop"),
  } as unknown as PgBoss;
  const prepare = () => Promise.reject(new Error("read ECONNRESET"));
  await expect(startBoss(() => boss, prepare)).rejects.toThrow("read ECONNRESET");
  expect(calls).toEqual(["start", "stop"]);
});
