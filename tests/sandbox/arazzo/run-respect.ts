import { spawn } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { copyWorkflows } from "./copy-workflows.ts";

/**
 * Runs the workflows, and the generated ones in `written`, with Redocly's Respect. It shares no code with the sandbox and
 * validates status, content type and schema of each response.
 */
export async function runRespect(
  url: string,
  key: string,
  written: readonly string[] = [],
): Promise<{ passed: boolean; report: string }> {
  const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  await using folder = await mkdtempDisposable(join(tmpdir(), "serviceform-respect-"));
  const workflows = await copyWorkflows(folder.path, written);
  const args = [redocly, "respect", ...workflows, "--input", `key=${key}`, "--server", `api=${url}`];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  const child = spawn(process.execPath, args, { cwd: folder.path, env, stdio: ["ignore", "pipe", "pipe"] });
  let report = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (report += chunk));
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ passed: code === 0, report }));
  });
}
