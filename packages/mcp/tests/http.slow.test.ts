import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { BIN, ENV } from "./start-over-stdio.js";

test("an interrupted process exits with 130", async () => {
  const child = spawn(process.execPath, [BIN, "--http", "0", "--sandbox"], { env: ENV });
  await once(child.stderr, "data");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(130);
});
