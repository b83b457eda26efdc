import { usesBodyMedia } from "@serviceform/types";
import type { BodyContract } from "@serviceform/types/contract";
import { measureJson } from "./measure-json.js";

const JSON_LIMIT_BYTES = 2 ** 20;

/** The largest request body that any operation of the contract accepts. */
export const BODY_LIMIT_BYTES: number = usesBodyMedia ? 64 * 2 ** 20 : JSON_LIMIT_BYTES;

/** Deeper nesting counts as invalid JSON: validating it, or printing it from the log, would overflow the stack. */
const MAX_LEVELS = 1_000;

/** The part of a body that could be read; empty without a body. */
export interface RequestBody {
  readonly text?: string;
  /** Its value, if the text is JSON. */
  readonly json?: unknown;
  /** The bytes of any body. */
  readonly bytes?: Uint8Array;
  /** Its fields and files, if it is a form. */
  readonly form?: FormData;
  /** Why the body is invalid. */
  readonly issue?: string;
}

/** Reads a request body: JSON, unless another format is given. Of one beyond its limit, the rest is not read. */
export async function readBody(request: Request, format?: BodyContract["format"]): Promise<RequestBody> {
  if (request.method === "GET" || request.method === "HEAD") return {};
  const limitBytes = format ? BODY_LIMIT_BYTES : JSON_LIMIT_BYTES;
  const bytes = await readBytes(request, limitBytes);
  if (!bytes) return { issue: `The body is larger than ${limitBytes} bytes.` };
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type") ?? "";
  if (/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return readForm(bytes, type);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { bytes, text, json: parse(text) };
  } catch {
    return format ? { bytes } : { bytes, issue: "The body is not UTF-8." };
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<RequestBody> {
  const text = new TextDecoder().decode(bytes);
  try {
    return { bytes, text, form: await new Response(bytes, { headers: { "content-type": type } }).formData() };
  } catch {
    return { bytes, text };
  }
}

function parse(text: string): unknown {
  try {
    const value = JSON.parse(text);
    return measureJson(value).depth > MAX_LEVELS ? undefined : value;
  } catch {
    return undefined;
  }
}

async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // In Firefox, a request has no stream for its body, and a request without a body has none anywhere.
  if (!request.body) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > limitBytes ? undefined : bytes;
  }
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatenate(chunks, length);
    length += value.length;
    if (length > limitBytes) {
      // Not awaited: a source that never settles its cancellation must not delay the response.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
