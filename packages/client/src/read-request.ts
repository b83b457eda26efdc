import { isRecord } from "./body.js";
import { Call } from "./call.js";
import { ConfigurationError } from "./errors.js";
import { checkHeaders } from "./headers.js";
import { sortInput } from "./input.js";
import { matchOperation } from "./match-operation.js";
import { serializePath } from "./serialize.js";
import type { Settings } from "./settings.js";

/** Makes a call of a request, whatever option or middleware has shaped it. Throws `ConfigurationError`. */
export async function readRequest(request: Request, settings: Settings): Promise<Call> {
  const url = new URL(request.url);
  const { operation, shape, path } = matchOperation(request.method, url, settings.baseUrl);
  const call = new Call(operation, shape, request.url, settings, false);
  try {
    serializePath(shape.path, path);
    const text = await request.text();
    sortInput(shape, { ...path, ...Object.fromEntries(url.searchParams), ...readBody(text) });
    if (text !== "") call.body = text;
    call.adopt({ limits: settings, signal: request.signal, headers: readHeaders(request.headers) });
    return call;
  } catch (error) {
    throw error instanceof ConfigurationError ? error.at(call) : error;
  }
}

function readBody(text: string): Record<string, unknown> {
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (isRecord(body)) return body;
  } catch {
    // Refused below.
  }
  throw new ConfigurationError("body", "must be a JSON object");
}

/** The content type is set anew for every attempt, so the engine's own is let go; another one is refused. */
function readHeaders(headers: Headers): Record<string, string> {
  const given = Object.fromEntries(headers);
  if (given["content-type"] === "application/json") delete given["content-type"];
  return checkHeaders(given);
}
