import type { Operation, SentBody } from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";
import { isWellFormed } from "./is-well-formed.js";
import type { Member } from "./plain-data.js";
import { writeQuery } from "./serialize-query.js";
import { readStream } from "./stream-parts.js";
import { writeMultipart } from "./write-multipart.js";

/**
 * Writes a body that is not JSON from the members of the input; a text or bytes that may be omitted can be missing.
 * Throws `InvalidInput` for values that would be lost or changed.
 */
export function writeMediaBody(
  { requestBody, wholeBody, contentType }: Operation,
  members: readonly Member[],
): SentBody | undefined {
  const [member] = members;
  const fields = wholeBody ? Object.entries(Object(member?.[1])) : members;
  switch (requestBody) {
    case "multipart":
      return writeMultipart(fields) as FormData & SentBody;
    case "form":
      return writeQuery(fields).slice(1);
    case "text":
      return member && readText(member[1]);
    default:
      return member && (readBytes(member[1], contentType) as Blob & SentBody);
  }
}

function readText(value: unknown): string {
  if (typeof value === "string" && isWellFormed(value)) return value;
  throw new InvalidInput("invalid_input", "body", "body must be a well-formed string");
}

/** Returns a copy, which every attempt can read and nobody can change; a stream is returned unchanged. */
function readBytes(value: unknown, contentType = ""): Blob | ReadableStream {
  if (value instanceof ReadableStream) return readStream("body", value);
  const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  if (value instanceof Blob || isBytes) return new Blob([value as Blob], { type: contentType });
  const message = "body must be a Blob, a ReadableStream, an ArrayBuffer or a view of one";
  throw new InvalidInput("invalid_input", "body", message);
}
