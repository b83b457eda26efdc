import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const BIN = fileURLToPath(new URL("../bin/serviceform-mcp.js", import.meta.url));
const { PATH = "" } = process.env;

test("an interrupted process exits with 130", async () => {
  const child = spawn(process.execPath, [BIN, "--http", "0", "--sandbox"], { env: { PATH } });
  await once(child.stderr, "data");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(130);
});
