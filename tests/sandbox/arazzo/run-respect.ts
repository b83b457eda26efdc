import { spawn } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OperationId } from "@serviceform/types";
import { type Target, writeWorkflows } from "./write-workflows.ts";

/**
 * Calls operations, all by default, with the cases of the contract by Redocly's Respect. It shares no code with the
 * sandbox and validates status, content type and schema of each response.
 */
export async function runRespect(
  target: Target,
  ids?: readonly OperationId[],
): Promise<{ passed: boolean; report: string }> {
  const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  await using folder = await mkdtempDisposable(join(tmpdir(), "serviceform-respect-"));
  await writeWorkflows(target, ids, folder.path);
  const input = ["--input", `key=${target.apiKey}`, "--server", `api=${target.url}`];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  const child = spawn(process.execPath, [redocly, "respect", "workflows.arazzo.json", ...input], {
    cwd: folder.path,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let report = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (report += chunk));
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ passed: code === 0, report }));
  });
}
