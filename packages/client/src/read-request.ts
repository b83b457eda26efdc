import { matchOperation, type OperationMatch, operationTable } from "@serviceform/types";
import { Call } from "./call.js";
import { ConfigurationError } from "./errors.js";
import { checkHeaders } from "./guards.js";
import { isRecord, parseJson } from "./json.js";
import { refuse, withCall } from "./refuse.js";
import { sortInput } from "./serialize.js";
import type { Settings } from "./settings.js";

/** Makes a call of a request, whatever option or middleware has shaped it. Throws `ConfigurationError`. */
export async function readRequest(request: Request, settings: Settings): Promise<Call> {
  const url = new URL(request.url);
  const { operation, path } = findOperation(request.method, url, settings.baseUrl);
  const shape = operationTable[operation];
  const call = new Call(operation, shape, { settings, target: request.url });
  try {
    const text = await request.text();
    const query = Object.fromEntries(url.searchParams);
    const body = readBody(text);
    refuseOthers(query, shape.queryKeys);
    refuseOthers(body, shape.bodyKeys);
    // The engine leaves the name in place when it has no value.
    const given = Object.entries(path).filter(([key]) => !url.pathname.includes(`/%7B${key}%7D`));
    sortInput(shape, { ...Object.fromEntries(given), ...query, ...body });
    if (text !== "") call.body = text;
    const headers = { ...settings.headers, ...readHeaders(request.headers) };
    call.settings = { ...settings, headers, signal: request.signal };
    return call;
  } catch (error) {
    throw error instanceof ConfigurationError ? withCall(error, call) : error;
  }
}

/** Finds the operation of a request below the base URL. */
function findOperation(method: string, { origin, pathname }: URL, baseUrl: string): OperationMatch {
  const base = new URL(baseUrl);
  if (origin !== base.origin) refuse("url", "must be below baseUrl: the key goes nowhere else");
  const prefix = base.pathname === "/" ? "" : base.pathname;
  const match = pathname.startsWith(`${prefix}/`) ? matchOperation(method, pathname.slice(prefix.length)) : undefined;
  if (!match) refuse("url", "must be a path of the API, with a method that the API has for it");
  if (!isDecodable(pathname)) refuse("url", "must be percent-encoded UTF-8");
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

function refuseOthers(given: object, keys: readonly string[]): void {
  for (const key of Object.keys(given)) if (!keys.includes(key)) refuse(key, "does not belong there");
}

function readBody(text: string): Record<string, unknown> {
  const body = text === "" ? {} : parseJson(text);
  return isRecord(body) ? body : refuse("body", "must be a JSON object");
}

/** The content type is set anew for every attempt, so the engine's own is dropped; another one is refused. */
function readHeaders(headers: Headers): Record<string, string> {
  // Some DOMs for tests, like happy-dom, do not list names in lower case.
  const isOwn = ([name, value]: readonly [string, string]) =>
    /^content-type$/i.test(name) && value === "application/json";
  return checkHeaders([...headers].filter((header) => !isOwn(header)));
}
