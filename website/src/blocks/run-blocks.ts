import { format } from "node:util";
import { startServer } from "@serviceform/sandbox/server";

/** The result of one block. A block that ended the whole process has none. */
export interface Report {
  readonly index: number;
  /** The lines that it printed to the console. */
  readonly lines: readonly string[];
  readonly error?: string;
}

// One process for all blocks, since a start takes longer than most of them. Each block finds the API in its initial
// state.
const server = await startServer({ port: 0, now: "2025-06-30T18:00:00Z" });
process.env.SERVICEFORM_BASE_URL = server.url;
const environment = { ...process.env, SERVICEFORM_API_KEY: "sf_sandbox_key" };
for (const [index, file] of process.argv.slice(2).entries()) {
  process.env = { ...environment };
  server.sandbox.reset();
  const lines: string[] = [];
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    console[level] = (...values: unknown[]) => void lines.push(...format(...values).split("\n"));
  }
  const error = await import(file).then(
    () => undefined,
    (cause: unknown) => format("%s", cause),
  );
  const report: Report = { index, lines, ...(error !== undefined && { error }) };
  // Sent before the next block begins, so that no report is lost if the process ends.
  await new Promise((resolve) => process.send?.(report, resolve));
}
process.disconnect?.();
await server.close();
