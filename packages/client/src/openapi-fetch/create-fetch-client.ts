import { withPublicErrors } from "../errors/invalid-input.js";
import type { ClientOptions } from "../options/client-options.js";
import { parseClientOptions } from "../options/settings.js";
import { createSend } from "../send/send.js";
import { createOpenapiFetchAdapter, type FetchClient } from "./adapter.js";
import { parseRequest } from "./parse-request.js";
import { toResponse } from "./to-response.js";

/**
 * Creates a path-style client, `client.GET("/leads")`, for code and tools that are built on that style. Checks, retries,
 * timeouts and errors are those of `createClient`; an error status is a result, `{ error, response }`, and never thrown.
 *
 * Throws `ConfigurationError` for a missing or invalid API key and for any option that is unknown or invalid.
 * A `fetch` passed to a single call bypasses all of this and gets no key.
 *
 * @example
 * const client = createFetchClient({ apiKey });
 * const { data, error } = await client.GET("/leads");
 */
export function createFetchClient(options: ClientOptions = {}): FetchClient {
  const settings = withPublicErrors(() => parseClientOptions(options));
  const send = createSend(settings);
  return createOpenapiFetchAdapter(settings.baseUrl, async (request) => {
    const call = await parseRequest(request, settings);
    return toResponse(call, await send(call));
  });
}
