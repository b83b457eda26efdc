import type { Json } from "../document.ts";
import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import { chooseMediaType } from "./media-kind.ts";

/** An operation of the document, with all references but those to schemas resolved. */
export interface DocumentOperation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DocumentParameter[];
  /** The media type of the body that is sent, and its schema. */
  readonly body: Content | undefined;
  /** Each success; a caller can get any of them. */
  readonly responses: readonly DocumentResponse[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
}

export interface DocumentResponse {
  readonly status: number;
  readonly content: Content | undefined;
}

export interface DocumentParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: Json;
}

export interface Content {
  readonly mediaType: string;
  readonly schema: Json;
}

const METHODS = ["get", "put", "post", "delete", "patch"];
/** OpenAPI 3.0: these are described by other fields. */
const IGNORED_HEADERS = ["accept", "content-type", "authorization"];

export function readDocumentOperations(document: OpenApi): DocumentOperation[] {
  return Object.entries(document.paths as Readonly<Record<string, Json>>).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = item[method] as Json;
      const body = look(document, operation.requestBody);
      return {
        method: method.toUpperCase(),
        path,
        parameters: readParameters(document, item, operation),
        body: body.content === undefined ? undefined : readContent(body.content as Json),
        responses: readResponses(document, operation.responses as Json),
        security: usableSecurity(document, operation.security ?? document.security),
      };
    }),
  );
}

function readParameters(document: OpenApi, item: Json, operation: Json): DocumentParameter[] {
  const all = [...((item.parameters ?? []) as []), ...((operation.parameters ?? []) as [])];
  const parameters = all.map((given) => {
    const { name, in: place, required, style, explode, schema } = look(document, given) as Json & DocumentParameter;
    const written = style ?? (place === "query" ? "form" : "simple");
    return {
      name,
      in: place,
      required: required === true,
      style: written,
      explode: explode ?? written === "form",
      schema,
    };
  });
  const own = new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  const keys = keysOf(document, operation);
  return [...own.values()].filter(
    ({ in: place, name }) =>
      !keys.includes(`${place} ${place === "header" ? name.toLowerCase() : name}`) &&
      (place !== "header" || !IGNORED_HEADERS.includes(name.toLowerCase())),
  );
}

/** Where the keys of an operation are, such as `header x-key`. The client sends these itself. */
function keysOf(document: OpenApi, operation: Json): string[] {
  const ways = usableSecurity(document, operation.security ?? document.security);
  return ways.flatMap(Object.keys).map((scheme) => {
    const { in: place, name } = schemeOf(document, scheme);
    return `${place} ${place === "header" ? String(name).toLowerCase() : name}`;
  });
}

/** Without the requirements that generation does not support; of several schemes for a bearer token, one is enough. */
export function usableSecurity(document: OpenApi, given: unknown): DocumentOperation["security"] {
  const ways = (given ?? []) as readonly Json[];
  const isUsable = (scheme: string): boolean => {
    const { type, in: place, scheme: name } = schemeOf(document, scheme);
    return place !== "cookie" && (type !== "http" || /^(?:basic|bearer)$/i.test(String(name)));
  };
  return ways
    .filter((way) => Object.keys(way).every(isUsable))
    .map((way) => {
      const bearer = Object.keys(way).filter((scheme) => isBearer(schemeOf(document, scheme)));
      return Object.fromEntries(Object.entries(way).filter(([scheme]) => !bearer.slice(1).includes(scheme)));
    }) as DocumentOperation["security"];
}

function schemeOf(document: OpenApi, scheme: string): Json {
  const schemes = (Object(document.components).securitySchemes ?? {}) as Readonly<Record<string, unknown>>;
  return look(document, schemes[scheme]);
}

function isBearer({ type, scheme }: Json): boolean {
  return type === "oauth2" || type === "openIdConnect" || String(scheme).toLowerCase() === "bearer";
}

function readContent(content: Json): Content | undefined {
  const mediaType = chooseMediaType(Object.keys(content));
  if (mediaType === undefined) return undefined;
  return { mediaType, schema: ((content[mediaType] as Json).schema ?? {}) as Json };
}

/** 200 for a range and `default`. */
function readResponses(document: OpenApi, responses: Json): DocumentResponse[] {
  const statuses = Object.keys(responses).filter((status) => /^2(?:\d\d|XX)$/.test(status));
  return (statuses.length === 0 ? ["default"] : statuses).map((status) => {
    const { content } = look(document, responses[status]);
    return {
      status: /^\d+$/.test(status) ? Number(status) : 200,
      // RFC 9110: these have no body.
      content: content === undefined || ["204", "205"].includes(status) ? undefined : readContent(content as Json),
    };
  });
}
