import { isApiError, isServiceformError } from "@serviceform/client";
import { CredentialsError } from "@serviceform/credentials";
import { printableJson, printableLines } from "@serviceform/records";
import { SyncBusyError } from "../sync-busy-error.js";
import { QueueVersionError } from "../worker/index.js";
import { EXIT } from "./exit-code.js";
import { explainMissingPackage } from "./explain-missing-package.js";
import { Interrupted } from "./interrupted.js";
import type { CommandIo } from "./io.js";
import { UsageError } from "./usage-error.js";

export interface ReportOptions {
  /** Whether to print the error as JSON on stdout. */
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Writes an error to stderr, and with `--json` to stdout as JSON; returns the exit code. */
export function reportError(thrown: unknown, { stdout, stderr }: CommandIo, { json, signal }: ReportOptions): number {
  const error = signal.aborted ? toInterrupted(thrown) : explainMissingPackage(thrown);
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  stderr.write(`error: ${printableLines(message)}\n`);
  if (json) {
    const { code, status, operation, mayHaveSucceeded } = Object(error);
    const described = { name, message, code, status, operation, mayHaveSucceeded };
    stdout.write(`${printableJson(JSON.stringify({ error: described }))}\n`);
  }
  return exitCodeFor(error);
}

/** After an interrupt, any other error is a consequence of it. */
function toInterrupted(thrown: unknown): Interrupted {
  return thrown instanceof Interrupted ? thrown : new Interrupted("interrupted");
}

function exitCodeFor(error: unknown): number {
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof SyncBusyError) return EXIT.busy;
  if (error instanceof UsageError || error instanceof CredentialsError) return EXIT.usage;
  if (error instanceof QueueVersionError) return EXIT.usage;
  if (isServiceformError(error) && error.name === "ConfigurationError") return EXIT.usage;
  if (isApiError(error) && (error.status === 401 || error.status === 403)) return EXIT.unauthorized;
  return EXIT.failed;
}
