import { isApiError, isServiceformError } from "@serviceform/client";
import { CredentialsError } from "@serviceform/credentials";
import { printableLines } from "@serviceform/records";
import { SyncBusyError } from "../sync-busy-error.js";
import { QueueVersionError } from "../worker/index.js";
import { EXIT } from "./exit-code.js";
import { explainMissingPackage } from "./explain-missing-package.js";
import type { CommandIo } from "./io.js";
import { UsageError } from "./usage-error.js";

export interface ReportOptions {
  /** Whether to print the error as JSON on stdout. */
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Writes an error to stderr; returns the exit code. */
export function reportError(thrown: unknown, { stdout, stderr }: CommandIo, { json, signal }: ReportOptions): number {
  if (signal.aborted) return EXIT.interrupted;
  const error = explainMissingPackage(thrown);
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  stderr.write(`error: ${printableLines(message)}\n`);
  if (json) {
    const { code, status, operation, mayHaveSucceeded } = Object(error);
    stdout.write(`${JSON.stringify({ error: { name, code, status, operation, mayHaveSucceeded } })}\n`);
  }
  return exitCodeFor(error);
}

function exitCodeFor(error: unknown): number {
  if (error instanceof SyncBusyError) return EXIT.busy;
  if (error instanceof UsageError || error instanceof CredentialsError) return EXIT.usage;
  if (error instanceof QueueVersionError) return EXIT.usage;
  if (isServiceformError(error) && error.name === "ConfigurationError") return EXIT.usage;
  if (isApiError(error) && (error.status === 401 || error.status === 403)) return EXIT.unauthorized;
  return EXIT.failed;
}
