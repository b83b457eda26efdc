import type { paths } from "@serviceform/types";
import createOpenapiFetch, { type Client } from "openapi-fetch";
import { createPathSerializer, serializeBody, serializeQuery } from "./serialize.js";

/** A client in the engine's own style. */
export type FetchClient = Client<paths>;

/** The whole engine, on the platform's `Request`. */
export function createEngine(baseUrl: string, fetch: (request: Request) => Promise<Response>): FetchClient {
  return createOpenapiFetch<paths>({
    baseUrl,
    fetch,
    // In lower case, to tell a brace in a value from one of the template, which the engine leaves when a value is missing.
    pathSerializer: (template, values) => createPathSerializer(template)(values).replaceAll(/%7[BD]/g, lowerCase),
    querySerializer: serializeQuery as never,
    bodySerializer: serializeBody as never,
  });
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
