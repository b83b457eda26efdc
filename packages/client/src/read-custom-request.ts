import { checkHeaders, type HeadersInput } from "./guards.js";
import { readMembers } from "./plain-data.js";
import { refuse } from "./refuse.js";
import { serializeQuery } from "./serialize.js";
import { checkOptions } from "./settings.js";
import { writeJson } from "./write-json.js";

/** A request that the contract does not have. */
export interface CustomRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  /** Is appended to the base URL; its values are encoded by `encodeURIComponent`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Any JSON value. */
  readonly body?: unknown;
  /** Come on top of those of the client. */
  readonly headers?: HeadersInput | undefined;
}

/** A custom request as it is sent. */
export interface SerializedRequest {
  readonly method: CustomRequest["method"];
  /** Path and query, to be appended to the base URL. */
  readonly target: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const RULES = {
  method: "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS",
  path: "a string",
  query: "an object",
  body: "anything",
  headers: "an object",
};

/** No empty or dot segment, and what a URL parser leaves as it is (RFC 3986, 3.3). */
const PATH = /^\/((?!(\.|%2e){1,2}(\/|$))([\w.~!$&'()*+,;=:@-]|%[\da-f]{2})+(\/|$))*$/i;

/** Checks and serializes a request. Throws `ConfigurationError`, naming the part. */
export function serializeRequest(request: CustomRequest): SerializedRequest {
  const given: Partial<CustomRequest> = Object.fromEntries(readMembers("request", request));
  const {
    method = refuse("method", "is missing"),
    path = "",
    query = {},
    body,
    headers = {},
  } = checkOptions(given, RULES);
  if (!PATH.test(path)) {
    refuse(
      "path",
      "must begin with a slash and have no query, no empty or dot segment, and values by encodeURIComponent",
    );
  }
  if (body !== undefined && /GET|HEAD/.test(method)) refuse("body", "cannot be sent by this method");
  const target = path + serializeQuery(query);
  return { method, target, body: body === undefined ? body : writeJson("body", body), headers: checkHeaders(headers) };
}
