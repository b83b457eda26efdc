// Declaration files of callers refer to these types, which under pnpm they can import only from this entry.
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
export type { FetchClient } from "./adapter.js";
export { createFetchClient } from "./create-fetch-client.js";
