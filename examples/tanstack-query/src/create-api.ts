// #region api
import type { ClientOptions } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { QueryClient } from "@tanstack/react-query";
import createReactQuery from "openapi-react-query";

/** Hooks that are typed by the paths of the API. */
export function createApi(options: ClientOptions) {
  return createReactQuery(createFetchClient(options));
}

/** The client retries already. TanStack Query would retry three times more, and a 404 as well. */
export function createQueryClient() {
  return new QueryClient({ defaultOptions: { queries: { retry: false } } });
}
// #endregion

export type Api = ReturnType<typeof createApi>;
