import { format } from "node:util";
import { startServer } from "@serviceform/sandbox/server";

/** What one block did. A block that stopped the whole process has none. */
export interface Report {
  readonly index: number;
  /** What it wrote to the console, line by line. */
  readonly said: readonly string[];
  readonly error?: string;
}

// One process for all of them, since starting it takes longer than most blocks. Each finds the API as it was seeded.
const server = await startServer({ port: 0, now: "2025-06-30T18:00:00Z" });
process.env.SERVICEFORM_BASE_URL = server.url;
const environment = { ...process.env, SERVICEFORM_API_KEY: "sf_sandbox_key" };
for (const [index, file] of process.argv.slice(2).entries()) {
  process.env = { ...environment };
  server.sandbox.reset();
  const said: string[] = [];
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    console[level] = (...values: unknown[]) => void said.push(...format(...values).split("\n"));
  }
  const error = await import(file).then(
    () => undefined,
    (cause: unknown) => format("%s", cause),
  );
  const report: Report = { index, said, ...(error !== undefined && { error }) };
  // Sent before the next one begins, so that none is lost when the process ends.
  await new Promise((resolve) => process.send?.(report, resolve));
}
process.disconnect?.();
await server.close();
