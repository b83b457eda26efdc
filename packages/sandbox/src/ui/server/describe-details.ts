import type { LogEntry, RecordedRequest, RecordedResponse } from "../../pipeline/log-entry.js";
import type { RequestDetails } from "../client/request-details.js";
import { renderClientCall } from "./samples/render-client-call.js";
import { renderCurl } from "./samples/render-curl.js";
import { toClientCall } from "./samples/to-client-call.js";
import { type WrittenBody, writeBody } from "./write-body.js";

/** Media types whose bodies are shown as text. */
const TEXT = /text|json|xml|javascript|form-urlencoded/i;

/** Longer texts are truncated for the page: a body can have a million characters. */
const SHOWN_CHARACTERS = 65_536;

/** The details of a request, with the commands that send it again to the server at an origin. */
export function describeDetails({ recorded, response, error }: LogEntry, origin: string): RequestDetails {
  const { operation, method, url, headers, body } = recorded;
  const { pathname, search } = new URL(url);
  const target = pathname + search;
  const written = writeBody(body);
  const call = toClientCall(recorded, origin);
  return {
    target,
    headers,
    body: cut(describeBody(written, headers)),
    response: response ? { ...response, body: cut(describeResponse(response)) } : null,
    error: error ?? null,
    curl: renderCurl({ operation, method, url: origin + target, headers, body: written }),
    typescript: call ? renderClientCall(call) : null,
  };
}

/** A form part by part; for bytes, their number. */
function describeBody(body: WrittenBody, headers: RecordedRequest["headers"]): string {
  if (typeof body === "string") return indent(body);
  if (body instanceof Uint8Array) return describeBytes(body.length, headers);
  const describe = (value: string | File) =>
    typeof value === "string" ? value : `${value.name} (${describeBytes(value.size, { "content-type": value.type })})`;
  return [...body].map(([name, value]) => `${name}: ${describe(value)}`).join("\n");
}

function describeResponse({ text, bytes, headers }: RecordedResponse): string {
  return TEXT.test(headers["content-type"] ?? "text") ? indent(text) : describeBytes(bytes, headers);
}

function describeBytes(count: number, headers: RecordedRequest["headers"]): string {
  const [type = ""] = headers["content-type"]?.split(";") ?? [];
  return `${count.toLocaleString("en")} bytes${type === "" ? "" : ` of ${type}`}`;
}

/** JSON with a line for each value, other text unchanged. */
function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

function cut(text: string): string {
  const more = text.length - SHOWN_CHARACTERS;
  return more <= 0 ? text : `${text.slice(0, SHOWN_CHARACTERS)}\n… ${more.toLocaleString("en")} characters more`;
}
