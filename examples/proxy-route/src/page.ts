// #region options
import type { ClientOptions } from "@serviceform/client";

/** The options of a client in a page: its requests go to the server that the page comes from. */
export function pageOptions(origin: string): ClientOptions {
  return {
    baseUrl: `${origin}/api/serviceform`,
    // The proxy has the key. It identifies visitors by their cookies, as your other routes do.
    apiKey: "none",
    dangerouslyAllowBrowser: true,
  };
}
// #endregion
