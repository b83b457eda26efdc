import { createOpenapiFetchAdapter, type FetchClient } from "./engine.js";
import { withPublicErrors } from "./invalid-input.js";
import type { ClientOptions } from "./options.js";
import { parseRequest } from "./read-request.js";
import { createSend } from "./send.js";
import { parseClientOptions } from "./settings.js";
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
 * Throws `ConfigurationError` for a missing or invalid API key and for any option that is unknown or invalid.
 * A `fetch` given to a single call bypasses all of it and gets no key.
 */
export function createFetchClient(options: ClientOptions = {}): FetchClient {
  const settings = withPublicErrors(() => parseClientOptions(options));
  const send = createSend(settings);
  return createOpenapiFetchAdapter(settings.baseUrl, async (request) => {
    const call = await parseRequest(request, settings);
    return toResponse(call, await send(call));
  });
}
