import { isRecord, parseJson } from "./body.js";
import { Call } from "./call.js";
import { ConfigurationError, refuse, withCall } from "./errors.js";
import { checkHeaders } from "./guards.js";
import { matchOperation } from "./match-operation.js";
import { sortInput } from "./serialize.js";
import type { Settings } from "./settings.js";

/** Makes a call of a request, whatever option or middleware has shaped it. Throws `ConfigurationError`. */
export async function readRequest(request: Request, settings: Settings): Promise<Call> {
  const url = new URL(request.url);
  const { operation, shape, path } = matchOperation(request.method, url, settings.baseUrl);
  const call = new Call(operation, shape, settings, false);
  call.target = request.url;
  try {
    const text = await request.text();
    sortInput(shape, { ...path, ...Object.fromEntries(url.searchParams), ...readBody(text) });
    if (text !== "") call.body = text;
    const headers = { ...settings.headers, ...readHeaders(request.headers) };
    call.settings = { ...settings, headers, signal: request.signal };
    return call;
  } catch (error) {
    throw error instanceof ConfigurationError ? withCall(error, call) : error;
  }
}

function readBody(text: string): Record<string, unknown> {
  const body = text === "" ? {} : parseJson(text);
  return isRecord(body) ? body : refuse("body", "must be a JSON object");
}

/** The content type is set anew for every attempt, so the engine's own is let go; another one is refused. */
function readHeaders(headers: Headers): Record<string, string> {
  const given = Object.fromEntries(headers);
  if (given["content-type"] === "application/json") delete given["content-type"];
  return checkHeaders(given);
}
