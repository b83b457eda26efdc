import { isRecord, printableLines, renderJson } from "@serviceform/records";
import type { Io } from "../io.js";
import { bold } from "./color.js";
import { createWriter, type Writer } from "./create-writer.js";
import { display, fit, widthOf } from "./display.js";

/**
 * Prints the result of an operation: text and bytes unchanged, other values as JSON, or on a terminal with a line for
 * each field.
 */
export async function printValue(
  value: unknown,
  { json = false, io }: { readonly json?: boolean; readonly io: Io },
): Promise<void> {
  const writer = createWriter(io.stdout);
  // As an OpenAPI document describes bytes in JSON.
  if (value instanceof Uint8Array && json) return printValue(Buffer.from(value).toString("base64"), { json, io });
  if (value === undefined) {
    if (json) await writer.write("null\n");
  } else if (value instanceof Uint8Array) await printBytes(value, { io, writer });
  else if (typeof value === "string" && !json) await writer.write(io.stdout.isTTY ? printableLines(value) : value);
  else if (json || !io.stdout.isTTY || !isRecord(value)) await writer.write(`${renderJson(value, io.stdout)}\n`);
  else await writer.write(toLines(value, io));
  await writer.flush();
}

/** Printed unchanged, but not to a terminal, which would interpret them as commands. */
async function printBytes(bytes: Uint8Array, { io, writer }: { readonly io: Io; readonly writer: Writer }) {
  if (io.stdout.isTTY) await writer.write(`${bytes.length} bytes; redirect stdout to a file to keep them\n`);
  else await writer.writeBytes(bytes);
}

function toLines(value: object, io: Io): string {
  const width = Math.max(0, ...Object.keys(value).map((name) => widthOf(display(name))));
  const lines = Object.entries(value).flatMap(([name, inner]) =>
    toParts(inner).map((part, index) => `${bold(fit(index === 0 ? display(name) : "", width), io)}  ${part}\n`),
  );
  return lines.join("");
}

/** A line for each element or entry of a nested value. */
function toParts(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length > 0) return value.map((element) => display(element));
  if (!isRecord(value) || Object.keys(value).length === 0) return [display(value)];
  return Object.entries(value).map(([name, inner]) => `${display(name)}: ${display(inner)}`);
}
