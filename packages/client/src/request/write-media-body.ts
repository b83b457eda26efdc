import type { Operation, SentBody } from "@serviceform/types";
import { invalidInput } from "../errors/invalid-input.js";
import { isStream } from "./is-stream.js";
import { isWellFormed } from "./is-well-formed.js";
import { type Member, readMembers } from "./plain-data.js";
import { writeQuery } from "./serialize-query.js";
import { readStream } from "./stream-parts.js";
import { writeMultipart } from "./write-multipart.js";

/**
 * Writes a body that is not JSON from the members of the input; undefined if the whole body is omitted.
 * Throws `InvalidInput` for values that would be lost or changed.
 */
export function writeMediaBody(
  { requestBody, wholeBody }: Operation,
  members: readonly Member[],
): SentBody | undefined {
  const [member] = members;
  if (wholeBody && !member) return undefined;
  const value = member?.[1];
  const readFields = (): readonly Member[] => (wholeBody ? readMembers("body", value) : members);
  switch (requestBody) {
    case "multipart":
      return writeMultipart(readFields()) as FormData & SentBody;
    case "form":
      return writeQuery(readFields()).slice(1);
    case "text":
      return readText(value);
    default:
      return readBytes(value) as Blob & SentBody;
  }
}

function readText(value: unknown): string {
  if (typeof value === "string" && isWellFormed(value)) return value;
  throw invalidInput("body", "must be a well-formed string");
}

/** Returns a copy, which every attempt can read and nobody can change; a stream is returned unchanged. */
function readBytes(value: unknown): Blob | ReadableStream {
  if (isStream(value)) return readStream("body", value);
  const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  if (value instanceof Blob || isBytes) return new Blob([value as Blob]);
  throw invalidInput("body", "must be a Blob, a ReadableStream, an ArrayBuffer or a view of one");
}
