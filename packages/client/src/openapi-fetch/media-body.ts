import type { Operation } from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";
import { parseJson } from "../json.js";
import { isPlainObject, type Member, readMembers } from "../request/plain-data.js";
import { writeJson } from "../request/serialize-body.js";
import { writeMultipart } from "../request/write-multipart.js";

/** Writes what JSON can hold as JSON, which `readMediaBody` turns into what the operation takes, and all else as it is. */
export function serializeAnyBody(body: unknown): BodyInit {
  if (body instanceof ReadableStream)
    throw new InvalidInput("invalid_input", "body", "body must not be a stream; use the method of the operation");
  if (!isPlainObject(body)) return isPassedOn(body) ? body : writeJson("body", body);
  const members = readMembers("body", body);
  if (!members.some(([, value]) => [value].flat().some(isFile))) return writeJson("body", body);
  const form = writeMultipart(members);
  if (form instanceof FormData) return form;
  const message =
    "body must have no line breaks, quotes, objects or streams beside a file; use the method of the operation";
  throw new InvalidInput("invalid_input", "body", message);
}

function isFile(value: unknown): boolean {
  return value instanceof Blob || value instanceof ReadableStream;
}

function isPassedOn(
  body: unknown,
): body is FormData | Blob | URLSearchParams | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  const types = [FormData, Blob, URLSearchParams, ArrayBuffer];
  return types.some((type) => body instanceof type) || ArrayBuffer.isView(body);
}

/** What a request in path style carries, whatever has serialized it: bytes, a text, or the value of JSON or of a form. */
export async function receiveMedia({ requestBody }: Operation, request: Request): Promise<unknown> {
  if (!request.body) return undefined;
  if (requestBody === "binary") return request.blob();
  const isJson = /^application\/json\b/i.test(request.headers.get("content-type") ?? "");
  if (isJson) return parseJson(await request.text());
  return requestBody === "text" ? request.text() : readFields(await request.formData());
}

/** The members of the input that it is. */
export function toMembers({ wholeBody }: Operation, value: unknown): readonly Member[] {
  if (value === undefined) return [];
  return wholeBody ? [["body", value]] : readMembers("body", value);
}

function readFields(form: FormData): Record<string, unknown> {
  const entries = [...new Set(form.keys())].map((name) => {
    const values = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}
