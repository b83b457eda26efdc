import { printableLines } from "@serviceform/records";
import type { Io } from "../io.js";
import { exitCodeOf } from "./exit-code.js";
import { IncompleteError } from "./usage-error.js";

/** Writes an error to stderr, and with `--json` to stdout as JSON. Returns the exit code. */
export function reportError(error: unknown, io: Io, { json }: { readonly json: boolean }): number {
  const exitCode = exitCodeOf(error, io.signal);
  if (exitCode === 0) return exitCode;

  const interrupted = io.signal?.aborted === true;
  const message = interrupted ? "interrupted" : (Object(error).message ?? String(error));
  io.stderr.write(`error: ${printableLines(message)}\n`);
  const result = error instanceof IncompleteError ? error.result : {};
  if (json)
    io.stdout.write(
      `${JSON.stringify({ ...result, error: interrupted ? { name: "Interrupted" } : describe(error) })}\n`,
    );
  return exitCode;
}

function describe(error: unknown): object {
  const { name = "Error", code, status, operation, mayHaveSucceeded } = Object(error);
  return { name, code, status, operation, ...(operation !== undefined && { mayHaveSucceeded }) };
}
