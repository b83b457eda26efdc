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
export type { FetchClient } from "./adapter.js";
export { createFetchClient } from "./create-fetch-client.js";
