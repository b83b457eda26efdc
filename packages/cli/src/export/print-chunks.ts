import { printableRows } from "@serviceform/records";
import type { Io } from "../io.js";
import { createWriter } from "../output/create-writer.js";

/** Prints an export to stdout: unchanged, but on a terminal without characters that it would interpret as commands. */
export async function printChunks(chunks: AsyncIterable<Uint8Array>, { stdout }: Io): Promise<void> {
  const writer = createWriter(stdout);
  for await (const bytes of stdout.isTTY ? toPrintable(chunks) : chunks) await writer.writeBytes(bytes);
}

async function* toPrintable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  for await (const bytes of chunks) yield Buffer.from(printableRows(decoder.decode(bytes, { stream: true })));
}
