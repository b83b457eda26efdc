import {
  matchOperation,
  type Operation,
  type OperationMatch,
  operationTable,
  usesBodyMedia,
  usesEvents,
  usesHeaderParameters,
  usesOpenBodies,
  usesOwnServers,
  usesStyles,
  usesWholeBodies,
} from "@serviceform/types";
import { InvalidInput, invalidInput, withPublicErrors } from "../errors/invalid-input.js";
import { parseJson } from "../json.js";
import { parseHeaders } from "../options/headers.js";
import type { Settings } from "../options/settings.js";
import { isPlainObject } from "../plain-object.js";
import { type Call, withoutQueryValues } from "../request/call.js";
import { baseUrlOf } from "../request/own-server.js";
import { styleOf } from "../request/serialize-styled.js";
import { splitInput } from "../request/split-input.js";
import { writeMediaBody } from "../request/write-media-body.js";
import { withFallback } from "../with-fallback.js";
import { receiveMedia, toMembers } from "./media-body.js";
import { readStyledQuery, writeStyledUrl } from "./styled-query.js";

/** Turns a request, however options or middleware have changed it, into a call. Throws `ConfigurationError`. */
export async function parseRequest(request: Request, settings: Settings): Promise<Call> {
  const startedAt = performance.now();
  const { method, url: requestUrl, signal } = request;
  const match = withPublicErrors(() => findOperation(method, new URL(requestUrl), settings.baseUrl));
  const operationId = match.operation;
  const operation = operationTable[operationId];
  const isMedia = usesBodyMedia && operation.requestBody !== undefined;
  const received = isMedia ? await receiveMedia(operation, request) : undefined;
  const text = isMedia ? "" : await request.text();
  return withPublicErrors(
    () => {
      const members = usesBodyMedia && received !== undefined ? toMembers(operation, received) : undefined;
      validateInput(match, request, members ? Object.fromEntries(members) : text);
      const headers = { ...settings.headers, ...readHeaders(operation, request.headers) };
      const body = members ? writeMediaBody(operation, members) : text || undefined;
      const callSettings = { ...settings, headers, signal };
      const url = targetOf(operation, requestUrl, settings);
      // A stream of events may never end.
      const streaming = usesEvents && operation.responseBody === "events";
      return { operationId, operation, settings: callSettings, requestUrl: url, body, streaming, startedAt };
    },
    { operation: operationId, method, url: withoutQueryValues(requestUrl) },
  );
}

/** Finds the operation of a request below the base URL. */
function findOperation(method: string, { origin, pathname }: URL, baseUrl: string): OperationMatch {
  const base = new URL(baseUrl);
  if (origin !== base.origin) {
    throw new InvalidInput("cross_origin_url", "url", "url must be below baseUrl; the key is sent nowhere else");
  }
  const prefix = base.pathname === "/" ? "" : base.pathname;
  // Only what follows `baseUrl`, which is sent as it is, must be decodable.
  const path = pathname.slice(prefix.length);
  const match = pathname.startsWith(`${prefix}/`) ? matchOperation(method, path) : undefined;
  if (!match) {
    throw new InvalidInput("unknown_operation", "url", "url must have the path and method of an operation of the API");
  }
  if (withFallback(() => decodeURIComponent(path), undefined) === undefined)
    throw invalidInput("url", "must be percent-encoded UTF-8");
  return match;
}

/** The URL of the request, with the styles and the server of the operation, which openapi-fetch does not know. */
function targetOf(operation: Operation, requestUrl: string, settings: Settings): string {
  const url = usesStyles ? writeStyledUrl(operation, requestUrl) : requestUrl;
  return usesOwnServers ? baseUrlOf(operation, settings) + url.slice(settings.baseUrl.length) : url;
}

function validateInput(
  { operation: operationId, path }: OperationMatch,
  request: Request,
  sent: string | Record<string, unknown>,
): void {
  const operation: Operation = operationTable[operationId];
  const url = new URL(request.url);
  const query = usesStyles ? readStyledQuery(operation, url) : Object.fromEntries(url.searchParams);
  const body = typeof sent === "string" ? parseSent(operation, sent) : sent;
  const headers = usesHeaderParameters ? readHeaderParameters(operation, request.headers) : {};
  rejectMisplacedKeys(query, operation.queryKeys);
  if (!usesOpenBodies || !operation.openBody) rejectMisplacedKeys(body, operation.bodyKeys);
  // openapi-fetch leaves the name in the path if it has no value.
  const pathValues = Object.entries(path).filter(([key]) => !url.pathname.includes(`/%7B${key}%7D`));
  splitInput(operation, { ...Object.fromEntries(pathValues), ...query, ...headers, ...body });
}

/** The API would ignore a body key in the query, and a query key in the body. */
function rejectMisplacedKeys(values: object, keys: readonly string[]): void {
  for (const key of Object.keys(values)) {
    if (keys.includes(key)) continue;
    throw new InvalidInput("unknown_input", key, `unknown input "${key}"; expected ${keys.join(", ") || "none"}`);
  }
}

/** Reads a JSON body as members of the input. */
function parseSent({ wholeBody }: Operation, text: string): Record<string, unknown> {
  const body = text === "" ? {} : parseJson(text);
  if (!usesWholeBodies || !wholeBody) {
    if (isPlainObject(body)) return body;
    throw invalidInput("body", "must be a JSON object");
  }
  if (body === undefined) throw invalidInput("body", "must be JSON");
  return text === "" ? {} : { body };
}

function readHeaderParameters({ headerKeys = [] }: Operation, headers: Headers): Record<string, unknown> {
  return Object.fromEntries(headerKeys.map((key) => [key, headers.get(key) ?? undefined]));
}

/**
 * Drops the content type of openapi-fetch, since every attempt sets it; `parseHeaders` rejects any other. A parameter can
 * have the name of a key that other operations need.
 */
function readHeaders(operation: Operation, headers: Headers): Record<string, string> {
  const { headerKeys = [], requestBody, contentType } = operation;
  // The content type of another body than JSON can come from the platform, such as that of a form.
  const isKnown = (value: string) => usesBodyMedia && (requestBody !== undefined || value === contentType);
  // Some DOMs for tests, such as happy-dom, do not list names in lower case.
  const isDefault = ([name, value]: readonly [string, string]) =>
    /^content-type$/i.test(name) && (value === "application/json" || isKnown(value));
  const sent = [...headers].filter((header) => !isDefault(header));
  if (!usesHeaderParameters) return parseHeaders(sent);
  const findKey = (name: string) => headerKeys.find((key) => key.toLowerCase() === name.toLowerCase());
  const others = sent.filter(([name]) => findKey(name) === undefined);
  const parameters = sent.flatMap(([name, value]) => {
    const key = findKey(name);
    if (key === undefined) return [];
    // `Headers` joins the elements of an array with a space after each comma.
    return [[name.toLowerCase(), usesStyles && styleOf(operation, key) ? value.replaceAll(", ", ",") : value] as const];
  });
  return { ...parseHeaders(others), ...Object.fromEntries(parameters) };
}
