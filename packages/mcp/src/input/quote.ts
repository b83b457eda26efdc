const MAX_BYTES = 60;

/** What an assistant sent, in JSON on one line, short enough for any message. */
export function quote(value: unknown, maxBytes: number = MAX_BYTES): string {
  return cutToBytes(JSON.stringify(value) ?? "undefined", maxBytes);
}

/** Text in a number of UTF-8 bytes, and an ellipsis where it was longer. */
export function cutToBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  // A character at the end that was cut in two decodes as U+FFFD.
  return `${bytes.toString("utf8", 0, maxBytes).replace(/\uFFFD$/, "")}…`;
}
