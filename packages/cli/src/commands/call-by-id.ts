import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { isRecord, type JsonRecord } from "@serviceform/records";
import { type OperationId, operations } from "@serviceform/types/describe";
import { UsageError } from "../errors/usage-error.js";
import type { Io } from "../io.js";
import { type CallFlags, callWithInput } from "./call-operation.js";
import { readFiles } from "./read-files.js";

/** Runs `serviceform api OPERATION`. */
export async function callById(
  flags: CallFlags & { readonly input?: string },
  io: Io,
  operationId = "",
): Promise<void> {
  if (!isOperationId(operationId)) {
    throw new UsageError(`unknown operation "${operationId}"; expected ${Object.keys(operations).join(", ")}`);
  }
  const operation = operations[operationId];
  const input = await readFiles(operation, parseInput(await readText(flags.input ?? "{}", io)));
  await callWithInput({ operationId, operation, input }, flags, io);
}

function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}

async function readText(text: string, io: Io): Promise<string> {
  if (text === "-") return readStdin(io);
  if (!text.startsWith("@")) return text;
  return readFile(text.slice(1), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--input must name a file that can be read (${error.code})`);
  });
}

/** Reads stdin to its end, or until the command is interrupted: a read that waits cannot be ended. */
async function readStdin({ stdin, signal }: Io): Promise<string> {
  const aborted = signal && once(signal, "abort").then(() => Promise.reject(signal.reason));
  const read = async (): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin ?? []) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString("utf8");
  };
  return aborted ? Promise.race([aborted, read()]) : read();
}

function parseInput(text: string): JsonRecord {
  let input: unknown;
  try {
    // PowerShell writes a byte order mark.
    input = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new UsageError("--input must be JSON");
  }
  if (isRecord(input)) return input;
  throw new UsageError("--input must be a JSON object");
}
