import { CredentialsError } from "@serviceform/credentials";
import type { Io } from "./io.js";
import { UsageError } from "./usage-error.js";

/** Serves until the client disconnects or the process is interrupted. Resolves to the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { serve } = await import("./serve.js");
    return await serve(argv, io);
  } catch (error) {
    io.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return isUsage(error) ? 2 : 1;
  }
}

/** This package rejects options with a `TypeError`, the client with a `ConfigurationError`. */
function isUsage(error: unknown): boolean {
  if (error instanceof UsageError || error instanceof CredentialsError || error instanceof TypeError) return true;
  return error instanceof Error && error.name === "ConfigurationError";
}
