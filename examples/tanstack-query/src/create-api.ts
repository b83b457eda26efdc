import type { ClientOptions } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import createReactQuery from "openapi-react-query";

/**
 * The API's hooks. A key in a page is public, so `baseUrl` must be a route of your own server, which adds the key:
 * `apiKey` is then whatever your server recognizes the user by.
 */
export function createApi(options: ClientOptions) {
  return createReactQuery(createFetchClient({ ...options, dangerouslyAllowBrowser: true }));
}

export type Api = ReturnType<typeof createApi>;
