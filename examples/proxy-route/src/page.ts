// #region client
import type { ClientOptions } from "@serviceform/client";
import { createFetchClient, type FetchClient } from "@serviceform/client/openapi-fetch";

/** The client of a page: its requests go to the server that the page comes from. */
export function createPageClient(origin: string, options: ClientOptions = {}): FetchClient {
  return createFetchClient({
    baseUrl: `${origin}/api/serviceform`,
    // The proxy has the key. It identifies visitors by their cookies, as your other routes do.
    apiKey: "none",
    dangerouslyAllowBrowser: true,
    ...options,
  });
}
// #endregion
