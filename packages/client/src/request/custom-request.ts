import { usesSecuritySchemes } from "@serviceform/types";
import { InvalidInput, invalidInput, withPublicErrors } from "../errors/invalid-input.js";
import type { CallOptions } from "../options/call-options.js";
import { type HeadersInput, parseHeaders } from "../options/headers.js";
import { parseOptions } from "../options/parse-options.js";
import { anObject, anything, aString, oneOf, type Rules } from "../options/rule.js";
import { CUSTOM_CALL_RULES, parseCallOptions, type Settings } from "../options/settings.js";
import type { Call } from "./call.js";
import { readMembers } from "./plain-data.js";
import { rejectCredentials } from "./reject-credentials.js";
import { writeJson } from "./serialize-body.js";
import { serializeQuery } from "./serialize-query.js";

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

const RULES: Rules<CustomRequest> = {
  method: oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
  path: aString,
  query: anObject,
  body: anything,
  headers: anObject,
};

/** Rejects empty and dot segments, and characters that a URL parser would change (RFC 3986, 3.3). */
const PATH = /^\/((?!(\.|%2e){1,2}(\/|$))([\w.~!$&'()*+,;=:@-]|%[\da-f]{2})+(\/|$))*$/i;

/** Builds the call for a request outside the contract. Throws `ConfigurationError`. */
export function buildCustomCall(settings: Settings, request: CustomRequest, options: CallOptions = {}): Call {
  const startedAt = performance.now();
  const { method: named } = Object(request) as Partial<CustomRequest>;
  return withPublicErrors(
    () => {
      const { method, path, headers, body } = serializeRequest(request);
      const callSettings = parseCallOptions(options, settings, CUSTOM_CALL_RULES);
      return {
        operationId: "request",
        operation: describeMethod(method),
        settings: { ...callSettings, headers: { ...callSettings.headers, ...headers } },
        requestUrl: settings.baseUrl + path,
        body,
        streaming: false,
        startedAt,
      };
    },
    { operation: "request", method: String(named), url: settings.baseUrl },
  );
}

function describeMethod(method: CustomRequest["method"]): Call["operation"] {
  const writes = !["GET", "HEAD", "OPTIONS"].includes(method);
  const idempotent = !writes || method === "PUT" || method === "DELETE";
  return { method, writes, idempotent, responseBody: "anything" };
}

/** A serialized custom request; `path` includes the query. */
interface SerializedRequest {
  readonly method: CustomRequest["method"];
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Validates and serializes a custom request. Throws `InvalidInput`. */
export function serializeRequest(request: CustomRequest): SerializedRequest {
  const members = Object.fromEntries(readMembers("request", request)) as Partial<CustomRequest>;
  const { method, path = "", query = {}, body, headers = {} } = parseOptions(members, RULES, { kind: "input" });
  if (method === undefined) throw new InvalidInput("missing_input", "method", "method is required");
  if (!PATH.test(path)) {
    const message =
      "path must begin with a slash and have no query, empty or dot segment; use encodeURIComponent for values";
    throw new InvalidInput("unsafe_path_value", "path", message);
  }
  if (body !== undefined && ["GET", "HEAD"].includes(method)) {
    throw invalidInput("body", `must not be set; a ${method} request has none`);
  }
  if (usesSecuritySchemes) rejectCredentials("query", query);
  return {
    method,
    path: path + serializeQuery(query),
    body: body === undefined ? undefined : writeJson("body", body),
    headers: parseHeaders(headers),
  };
}
