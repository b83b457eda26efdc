import { operationTable, type paths, usesBodyMedia, usesStyles, usesWholeBodies } from "@serviceform/types";
import createOpenapiFetch, { type Client } from "openapi-fetch";
import { InvalidInput, withPublicErrors } from "../errors/invalid-input.js";
import { isPlainObject } from "../plain-object.js";
import { type Member, readMembers } from "../request/plain-data.js";
import { writeJson, writeMembers } from "../request/serialize-body.js";
import { createPathSerializer } from "../request/serialize-path.js";
import { serializeQuery, writeQuery } from "../request/serialize-query.js";
import { serializeAnyBody } from "./media-body.js";

/** A client in the style of openapi-fetch. */
export type FetchClient = Client<paths>;

/** Creates the openapi-fetch client; it passes the platform `Request` of each call to `fetch`. */
export function createOpenapiFetchAdapter(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
): FetchClient {
  return createOpenapiFetch<paths>({
    baseUrl,
    fetch,
    pathSerializer: (template, values) => withPublicErrors(() => serializePath(baseUrl, template, values)),
    querySerializer: (query) => withPublicErrors(() => (usesStyles ? serializeAnyQuery(query) : serializeQuery(query))),
    bodySerializer: (body) => withPublicErrors(() => (usesBodyMedia ? serializeAnyBody(body) : writeBody(body))),
  });
}

function writeBody(body: unknown): string {
  return usesWholeBodies ? writeJson("body", body) : writeMembers("", readMembers("body", body));
}

/** Serializes objects by their properties; `parseRequest` writes each parameter in its own style. */
function serializeAnyQuery(query: unknown): string {
  const members = readMembers("query", query).flatMap(([key, value]): Member[] => {
    if (!isPlainObject(value)) return [[key, value]];
    return readMembers(key, value).map(([name, inner]) => [`${key}[${name}]`, inner]);
  });
  return writeQuery(members);
}

/** Fills in a path, which openapi-fetch passes with the base URL before it. */
function serializePath(baseUrl: string, template: string, values: Record<string, unknown>): string {
  const operation = Object.values(operationTable).find(({ path }) => baseUrl + path === template);
  const missing = operation?.pathKeys.find((key) => values[key] === undefined);
  if (missing !== undefined) throw new InvalidInput("missing_input", missing, `${missing} is required`);
  const url = createPathSerializer(template, operation ?? {}, baseUrl)(values);
  // In lower case, to distinguish a brace in a value from one of the template, which openapi-fetch leaves if a value is
  // missing.
  return baseUrl + url.slice(baseUrl.length).replaceAll(/%7[BD]/g, lowerCase);
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
