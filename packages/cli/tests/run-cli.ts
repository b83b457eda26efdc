import type { InputStream, Io, OutputStream } from "../src/io.js";
import { run } from "../src/main.js";

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Io["env"];
  readonly stdin?: InputStream;
  readonly signal?: AbortSignal;
  /** Makes both streams terminals of that many columns. */
  readonly columns?: number;
}

/** Runs a command in this process and records its output. */
export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { env = {}, columns, ...rest } = options;
  const stdout = captureStream(columns);
  const stderr = captureStream(columns);
  const exitCode = await run(argv, { env, stdout: stdout.stream, stderr: stderr.stream, ...rest });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

/** A stream that records its chunks; a terminal if it has columns. */
export function captureStream(columns?: number): { readonly stream: OutputStream; text(): string; bytes(): Buffer } {
  const chunks: Uint8Array[] = [];
  const stream: OutputStream = {
    ...(columns !== undefined && { isTTY: true, columns }),
    write(chunk, callback) {
      chunks.push(Buffer.from(chunk));
      callback?.();
      return true;
    },
  };
  const bytes = (): Buffer => Buffer.concat(chunks);
  return { stream, bytes, text: () => bytes().toString("utf8") };
}

/** The values of NDJSON. */
export function parseLines(text: string): readonly Record<string, unknown>[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
