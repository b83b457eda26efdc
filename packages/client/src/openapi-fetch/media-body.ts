import type { Operation } from "@serviceform/types";
import { invalidInput } from "../errors/invalid-input.js";
import { parseJson } from "../json.js";
import { isPlainObject } from "../plain-object.js";
import { isStream } from "../request/is-stream.js";
import { type Member, readMembers } from "../request/plain-data.js";
import { writeJson } from "../request/serialize-body.js";
import { writeMultipart } from "../request/write-multipart.js";

/** Serializes JSON values as JSON, which `receiveMedia` converts for the operation, and other values unchanged. */
export function serializeAnyBody(body: unknown): BodyInit {
  if (isStream(body)) throw invalidInput("body", "must not be a stream; use the method of the operation");
  if (!isPlainObject(body)) return isPassedOn(body) ? body : writeJson("body", body);
  const members = readMembers("body", body);
  if (!members.some(([, value]) => [value].flat().some(isFile))) return writeJson("body", body);
  const form = writeMultipart(members);
  if (form instanceof FormData) return form;
  throw invalidInput(
    "body",
    "must have no line breaks, quotes, objects or streams beside a file; use the method of the operation",
  );
}

function isFile(value: unknown): boolean {
  return value instanceof Blob || isStream(value);
}

function isPassedOn(
  body: unknown,
): body is FormData | Blob | URLSearchParams | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  const types = [FormData, Blob, URLSearchParams, ArrayBuffer];
  return types.some((type) => body instanceof type) || ArrayBuffer.isView(body);
}

/** The content of a path-style request: the text of JSON, a form if it can be read, or the value of bytes or text. */
type Content = { readonly json: string } | { readonly form: FormData | undefined } | { readonly value: unknown };

/** Reads the content of a path-style request, however it was serialized; undefined if it has none. */
export async function receiveMedia({ requestBody }: Operation, request: Request): Promise<Content | undefined> {
  const contentType = request.headers.get("content-type");
  // Firefox and React Native have no `body` of a request, but any content has a type.
  const hasContent = request.body === undefined ? contentType !== null : request.body !== null;
  if (!hasContent) return undefined;
  if (requestBody === "binary") return { value: await request.blob() };
  if (/^application\/json\b/i.test(String(contentType))) return { json: await request.text() };
  if (requestBody === "text") return { value: await request.text() };
  // WebKit reads no form with a file, and no platform reads a form without its boundary.
  return { form: await request.formData().catch(() => undefined) };
}

/** Returns the content as members of the input. Throws `InvalidInput`. */
export function toMembers({ wholeBody }: Operation, content: Content): readonly Member[] {
  const value = readContent(content);
  return wholeBody ? [["body", value]] : readMembers("body", value);
}

function readContent(content: Content): unknown {
  if ("value" in content) return content.value;
  if ("form" in content) {
    if (content.form) return readFields(content.form);
    throw invalidInput("body", "must be a form that this runtime can read; use the method of the operation");
  }
  const value = parseJson(content.json);
  if (value === undefined) throw invalidInput("body", "must be JSON");
  return value;
}

function readFields(form: FormData): Record<string, unknown> {
  const entries = [...new Set(form.keys())].map((name) => {
    const values = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}
