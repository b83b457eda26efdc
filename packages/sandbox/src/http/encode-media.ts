import { type Operation, operationTable } from "@serviceform/types";
import type { ResponseData } from "./response-data.js";

const encoder = new TextEncoder();

/** The body of a response that is not JSON, events one by one; `serialize` writes values as JSON. */
export function encodeMedia(
  { operation, format, body }: ResponseData,
  serialize: (value: unknown) => string,
): Uint8Array<ArrayBuffer> | Generator<Uint8Array<ArrayBuffer>, void> {
  // Not every response belongs to an operation.
  const { eventData } = (operationTable as Readonly<Record<string, Operation>>)[operation ?? ""] ?? {};
  const writeData = (data: unknown): string =>
    typeof data === "string" && eventData !== "json" ? data : serialize(data);
  if (body && format === "events" && "elements" in body) return encodeEvents(body.elements, writeData);
  const value = body && "value" in body ? body.value : undefined;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return encoder.encode(typeof value === "string" ? value : serialize(value));
}

function* encodeEvents(
  events: Iterable<unknown>,
  writeData: (data: unknown) => string,
): Generator<Uint8Array<ArrayBuffer>, void> {
  for (const event of events) yield encoder.encode(writeEvent(event, writeData));
}

/**
 * An event in the format of WHATWG HTML: one field per line, one line for each line of data, and an empty line at the
 * end.
 */
function writeEvent(value: unknown, writeData: (data: unknown) => string): string {
  const { event, id, retry, data } = Object(value) as { event?: string; id?: string; retry?: number; data?: unknown };
  const text = writeData(data);
  const fields = [
    ...(event === undefined || event === "message" ? [] : [["event", event]]),
    ...(id === undefined || id === "" ? [] : [["id", id]]),
    ...(retry === undefined ? [] : [["retry", String(retry)]]),
    ...text.split(/\r\n|\r|\n/).map((line) => ["data", line]),
  ];
  return `${fields.map(([name = "", text = ""]) => `${name}: ${text.replaceAll(/[\r\n]/g, " ")}\n`).join("")}\n`;
}
