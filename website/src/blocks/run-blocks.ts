import { format } from "node:util";
import { startServer } from "@serviceform/sandbox/server";

/** The result of one block. A block that stopped the whole process has none. */
export interface Report {
  readonly index: number;
  /** The lines of its console output. */
  readonly output: readonly string[];
  readonly error?: string;
}

// One process for all blocks, since its start takes longer than most of them. The sandbox is reset before each.
const server = await startServer({ port: 0, now: "2025-06-30T18:00:00Z" });
process.env.SERVICEFORM_BASE_URL = server.url;
const environment = { ...process.env, SERVICEFORM_API_KEY: "sf_sandbox_key" };
for (const [index, file] of process.argv.slice(2).entries()) {
  process.env = { ...environment };
  server.sandbox.reset();
  const output: string[] = [];
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    console[level] = (...values: unknown[]) => void output.push(...format(...values).split("\n"));
  }
  const error = await import(file).then(
    () => undefined,
    (cause: unknown) => format("%s", cause),
  );
  const report: Report = { index, output, ...(error !== undefined && { error }) };
  // Sent before the next block starts, so that no report is lost when the process ends.
  await new Promise((resolve) => process.send?.(report, resolve));
}
process.disconnect?.();
await server.close();
