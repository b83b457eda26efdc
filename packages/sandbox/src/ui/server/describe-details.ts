import type { LogEntry } from "../../pipeline/log-entry.js";
import type { RequestDetails } from "../client/request-details.js";
import { renderClientCall } from "./samples/render-client-call.js";
import { renderCurl } from "./samples/render-curl.js";
import { toClientCall } from "./samples/to-client-call.js";

/** Longer texts are cut for the page: a body can have a million characters. */
const SHOWN_CHARACTERS = 65_536;

/** All that is known of a request, with the commands that send it again to the server at an origin. */
export function describeDetails({ recorded, response, error }: LogEntry, origin: string): RequestDetails {
  const { method, url, headers, body } = recorded;
  const { pathname, search } = new URL(url);
  const target = pathname + search;
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  const call = toClientCall(recorded, origin);
  return {
    target,
    headers,
    body: cut(indent(text)),
    response: response ? { ...response, body: cut(indent(response.text)) } : null,
    error: error ?? null,
    curl: renderCurl({ method, url: origin + target, headers, body: text }),
    typescript: call ? renderClientCall(call) : null,
  };
}

/** JSON with a line for each value, anything else as it is. */
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
