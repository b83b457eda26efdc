import { printableJson } from "@serviceform/records";

const MAX_BYTES = 60;

/** A value from an assistant as JSON on one line, short enough for any message. */
export function quote(value: unknown, maxBytes: number = MAX_BYTES): string {
  return cutToBytes(toLine(value), maxBytes);
}

/** A value as JSON on one line, without characters that a host does not show. */
export function toLine(value: unknown): string {
  return printableJson(JSON.stringify(value) ?? "undefined");
}

/** Truncates a text to a number of UTF-8 bytes, and marks that with an ellipsis. */
export function cutToBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  // A truncated character at the end decodes as U+FFFD.
  return `${bytes.toString("utf8", 0, maxBytes).replace(/\uFFFD$/, "")}…`;
}
