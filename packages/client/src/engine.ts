import type { paths } from "@serviceform/types";
import createOpenapiFetch, { type Client } from "openapi-fetch";
import { serializeBody, serializePath, serializeQuery } from "./serialize.js";

/** The engine's own client. It builds URL and request of a call and hands them to `fetch`. */
export type FetchClient = Client<paths>;

/** A client whose requests are the platform's own. */
export function createEngine(baseUrl: string, fetch: (request: Request) => Promise<Response>): FetchClient {
  return createOpenapiFetch<paths>({ ...guarded(baseUrl), fetch });
}

/** Sends a call that is described by the operation table, and resolves to the data of the answer. */
export type Dispatch<Data> = (method: string, path: string, init: object) => Promise<Data>;

/** The engine with a request class of one's own, of which it uses no more than the answers and requests given here have. */
export function createDispatch<Data, Incoming>(
  baseUrl: string,
  fetch: (request: Incoming) => Promise<{ json(): Data }>,
  RequestClass: new (url: string, init: never) => Incoming,
): Dispatch<Data> {
  const options: object = { ...guarded(baseUrl), fetch, Request: RequestClass };
  // The engine's types know the platform's classes and literal paths only; the table has been generated with both.
  const { request } = createOpenapiFetch<paths>(options) as unknown as {
    request(method: string, path: string, init: object): Promise<{ data: Data }>;
  };
  return async (method, path, init) => (await request(method, path, init)).data;
}

function guarded(baseUrl: string): object {
  return { baseUrl, pathSerializer: serializePath, querySerializer: serializeQuery, bodySerializer: serializeBody };
}
