import { type HeadersInput, parseHeaders } from "./guards.js";
import { InvalidInput } from "./invalid-input.js";
import { readMembers } from "./plain-data.js";
import { anObject, anything, aString, oneOf, type Rules } from "./rule.js";
import { serializeQuery } from "./serialize.js";
import { parseOptions } from "./settings.js";
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

const RULES: Rules<CustomRequest> = {
  method: oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
  path: aString,
  query: anObject,
  body: anything,
  headers: anObject,
};

/** No empty or dot segment, and what a URL parser leaves as it is (RFC 3986, 3.3). */
const PATH = /^\/((?!(\.|%2e){1,2}(\/|$))([\w.~!$&'()*+,;=:@-]|%[\da-f]{2})+(\/|$))*$/i;

/** Validates and serializes a request. Throws `InvalidInput`. */
export function serializeRequest(request: CustomRequest): SerializedRequest {
  const members = Object.fromEntries(readMembers("request", request)) as Partial<CustomRequest>;
  const { method, path = "", query = {}, body, headers = {} } = parseOptions(members, RULES, { kind: "input" });
  if (method === undefined) throw new InvalidInput("missing_input", "method", "method is required");
  if (!PATH.test(path)) {
    const message =
      "path must begin with a slash and have no query, no empty or dot segment; use encodeURIComponent for values";
    throw new InvalidInput("unsafe_path_value", "path", message);
  }
  if (body !== undefined && /GET|HEAD/.test(method)) {
    throw new InvalidInput("invalid_input", "body", `body must not be set; a ${method} request has none`);
  }
  const target = path + serializeQuery(query);
  return { method, target, body: body === undefined ? body : writeJson("body", body), headers: parseHeaders(headers) };
}
