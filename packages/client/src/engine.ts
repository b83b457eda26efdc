import { operationTable, type paths } from "@serviceform/types";
import createOpenapiFetch, { type Client } from "openapi-fetch";
import { createPathSerializer, serializeBody, serializeQuery } from "./serialize.js";

/** A client in the engine's own style. */
export type FetchClient = Client<paths>;

/** The whole engine, on the platform's `Request`. */
export function createEngine(baseUrl: string, fetch: (request: Request) => Promise<Response>): FetchClient {
  return createOpenapiFetch<paths>({
    baseUrl,
    fetch,
    pathSerializer: (template, values) => serializePath(baseUrl, template, values),
    querySerializer: serializeQuery as never,
    bodySerializer: serializeBody as never,
  });
}

/** Fills in a path, which the engine gives with the base URL before it. */
function serializePath(baseUrl: string, template: string, values: Record<string, unknown>): string {
  const operation = Object.values(operationTable).find(({ path }) => baseUrl + path === template);
  const url = createPathSerializer(template, operation?.shadow, baseUrl)(values);
  // In lower case, to tell a brace in a value from one of the template, which the engine leaves when a value is missing.
  return url.replaceAll(/%7[BD]/g, lowerCase);
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
