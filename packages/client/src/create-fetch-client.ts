import { createEngine, type FetchClient } from "./engine.js";
import type { ClientOptions } from "./options.js";
import { readRequest } from "./read-request.js";
import { createSend } from "./send.js";
import { readClientOptions } from "./settings.js";
import { toResponse } from "./to-response.js";

// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type * from "@serviceform/types";
export type {
  ClientMethod,
  ClientRequestMethod,
  FetchOptions,
  FetchResponse,
  HeadersOptions,
  MaybeOptionalInit,
  Middleware,
  MiddlewareCallbackParams,
  MiddlewareRequestParams,
  ParamsOption,
  ParseAs,
  ParseAsResponse,
  QuerySerializer,
  QuerySerializerOptions,
  RequestBodyOption,
  RequestOptions,
} from "openapi-fetch";
export type { FetchClient } from "./engine.js";

/**
 * Creates a path-style client, `client.GET("/leads")`, for code and tools that are built on that style. Guards, retries,
 * timeouts and errors are those of `createClient`; an error status is a result, `{ error, response }`, and never thrown.
 *
 * Throws `ConfigurationError` for a missing or malformed key and for any option that is unknown, mistyped or out of range.
 * A `fetch` given to a single call bypasses all of it and gets no key.
 */
export function createFetchClient(options: ClientOptions = {}): FetchClient {
  const settings = readClientOptions(options);
  const send = createSend(settings);
  return createEngine(settings.baseUrl, async (request) => {
    const call = await readRequest(request, settings);
    return toResponse(call, await send(call));
  });
}
