import { matchPath, operationTable, type paths } from "@serviceform/types";
import createOpenapiFetch, { type Client } from "openapi-fetch";
import { refuse } from "./refuse.js";
import { createPathSerializer, serializeBody, serializeQuery } from "./serialize.js";

/** A client in the engine's own style. */
export type FetchClient = Client<paths>;

/** The whole engine, on the platform's `Request`. */
export function createEngine(baseUrl: string, fetch: (request: Request) => Promise<Response>): FetchClient {
  return createOpenapiFetch<paths>({
    baseUrl,
    fetch,
    pathSerializer: serializePath,
    querySerializer: serializeQuery as never,
    bodySerializer: serializeBody as never,
  });
}

/** Fills in a path; rejects values that make it the path of another operation. */
function serializePath(template: string, values: Record<string, unknown>): string {
  const path = createPathSerializer(template)(values);
  const [match] = matchPath(path);
  const key = Object.keys(values).at(-1) ?? "";
  if (match && operationTable[match.operation].path !== template && isKnown(template))
    refuse(key, "makes the path of another operation");
  // In lower case, to tell a brace in a value from one of the template, which the engine leaves when a value is missing.
  return path.replaceAll(/%7[BD]/g, lowerCase);
}

function isKnown(template: string): boolean {
  return Object.values(operationTable).some(({ path }) => path === template);
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
