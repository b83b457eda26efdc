import { matchOperation, type OperationMatch, operationTable } from "@serviceform/types";
import { Call } from "./call.js";
import { parseHeaders } from "./guards.js";
import { InvalidInput, withPublicErrors } from "./invalid-input.js";
import { isRecord, parseJson } from "./json.js";
import { splitInput } from "./serialize.js";
import type { Settings } from "./settings.js";

/** Turns a request, whatever option or middleware has shaped it, into a call. Throws `ConfigurationError`. */
export async function parseRequest(request: Request, settings: Settings): Promise<Call> {
  const url = new URL(request.url);
  const { operation, path } = withPublicErrors(() => findOperation(request.method, url, settings.baseUrl));
  const shape = operationTable[operation];
  const call = new Call(operation, shape, { settings, target: request.url });
  const text = await request.text();
  return withPublicErrors(
    () => {
      const query = Object.fromEntries(url.searchParams);
      const body = parseBody(text);
      rejectMisplacedKeys(query, shape.queryKeys);
      rejectMisplacedKeys(body, shape.bodyKeys);
      // openapi-fetch leaves the name in place when it has no value.
      const pathValues = Object.entries(path).filter(([key]) => !url.pathname.includes(`/%7B${key}%7D`));
      splitInput(shape, { ...Object.fromEntries(pathValues), ...query, ...body });
      if (text !== "") call.body = text;
      const headers = { ...settings.headers, ...readHeaders(request.headers) };
      call.settings = { ...settings, headers, signal: request.signal };
      return call;
    },
    () => call,
  );
}

/** Finds the operation of a request below the base URL. */
function findOperation(method: string, { origin, pathname }: URL, baseUrl: string): OperationMatch {
  const base = new URL(baseUrl);
  if (origin !== base.origin) {
    throw new InvalidInput("cross_origin_url", "url", "url must be below baseUrl; the key is sent nowhere else");
  }
  const prefix = base.pathname === "/" ? "" : base.pathname;
  const match = pathname.startsWith(`${prefix}/`) ? matchOperation(method, pathname.slice(prefix.length)) : undefined;
  if (!match) {
    throw new InvalidInput("unknown_operation", "url", "url must have the path and method of an operation of the API");
  }
  if (!isDecodable(pathname)) throw new InvalidInput("invalid_input", "url", "url must be percent-encoded UTF-8");
  return match;
}

function isDecodable(text: string): boolean {
  try {
    // Bundlers take a call whose result is not used for one without effect.
    return decodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}

/** A body key in the query, or the other way round, would be sent where the API ignores it. */
function rejectMisplacedKeys(values: object, keys: readonly string[]): void {
  for (const key of Object.keys(values)) {
    if (keys.includes(key)) continue;
    throw new InvalidInput("unknown_input", key, `unknown input "${key}"; expected ${keys.join(", ") || "none"}`);
  }
}

function parseBody(text: string): Record<string, unknown> {
  const body = text === "" ? {} : parseJson(text);
  if (isRecord(body)) return body;
  throw new InvalidInput("invalid_input", "body", "body must be a JSON object");
}

/** Every attempt sets the content type, so that of openapi-fetch is dropped; `parseHeaders` rejects any other. */
function readHeaders(headers: Headers): Record<string, string> {
  // Some DOMs for tests, like happy-dom, do not list names in lower case.
  const isOwn = ([name, value]: readonly [string, string]) =>
    /^content-type$/i.test(name) && value === "application/json";
  return parseHeaders([...headers].filter((header) => !isOwn(header)));
}
