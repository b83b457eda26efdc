import { printableJson, printableLines } from "@serviceform/records";
import type { Io } from "../io.js";
import { exitCodeOf } from "./exit-code.js";
import { IncompleteError } from "./usage-error.js";

/** Writes an error to stderr, and with `--json` to stdout as JSON. Returns the exit code. */
export function reportError(error: unknown, io: Io, { json }: { readonly json: boolean }): number {
  const exitCode = exitCodeOf(error, io.signal);
  if (exitCode === 0) return exitCode;

  const described = io.signal?.aborted ? { name: "Interrupted", message: "interrupted" } : describe(error);
  io.stderr.write(`error: ${printableLines(described.message)}\n`);
  const result = error instanceof IncompleteError ? error.result : {};
  if (json) io.stdout.write(`${printableJson(JSON.stringify({ ...result, error: described }))}\n`);
  return exitCode;
}

function describe(error: unknown): { readonly message: string; readonly [field: string]: unknown } {
  const { name = "Error", message = String(error), code, status, operation, mayHaveSucceeded } = Object(error);
  return { name, message, code, status, operation, ...(operation !== undefined && { mayHaveSucceeded }) };
}
