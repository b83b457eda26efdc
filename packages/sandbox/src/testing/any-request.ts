import { samples } from "@serviceform/tests-samples";
import { codePoint } from "@serviceform/tests-samples/code-point";
import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { fillPath, rightRequests } from "./right-requests.js";

/** A request, however it is sent. */
export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

const JSON_TYPE = "application/json";
const templates = Object.values(operationTable).map(({ path }) => path);
/** The IDs of seeded records, so that some requests name existing ones. */
const names = Object.assign({}, ...rightRequests.map((request) => request.names)) as Readonly<Record<string, string>>;
const fields = [...new Set(Object.values(operationTable).flatMap(({ bodyKeys }) => bodyKeys))];
const parameters = [...new Set(Object.values(operationTable).flatMap(({ queryKeys }) => queryKeys))];
const literals = [...new Set(templates.flatMap((path) => path.split("/")).filter((part) => !/[{}]/.test(part)))];
const examples = Object.values(samples).flatMap(({ input }) => Object.values(input).flat());

/** Any code units, including lone surrogates and characters with a meaning in a URL or a JSON pointer. */
export const wildText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(..."%#/~?&=;+\\\"'{}").map((character) => character.charCodeAt(0)),
    ),
    { maxLength: 6 },
  )
  .map((units) => String.fromCharCode(...units));

/** The valid requests with their bodies as they are sent. */
const written = await Promise.all(
  rightRequests.map(async ({ id, what, headers, body }) => {
    const { bodyType = JSON_TYPE } = samples[id];
    // Operations without a body ignore one.
    const response = new Response(body ?? (operationTable[id].bodyKeys.length > 0 ? "" : "{}"));
    const type = (body && response.headers.get("content-type")) ?? bodyType;
    return { what, headers, type, body: await response.text() };
  }),
);

const text = fc.oneof(fc.string({ unit: codePoint }), wildText);

const segment = fc.oneof(
  fc.constantFrom(...literals, ".", "..", "%2e%2e", "%2F", "%", "%ff"),
  fc.constantFrom(...Object.values(names), "__proto__", "constructor"),
  text.map(encodeSegment),
);
const template = fc.constantFrom(...templates);
const path = fc.oneof(
  template.chain((path) =>
    fc.array(segment, { minLength: 4, maxLength: 4 }).map((segments) => {
      const [...left] = segments;
      return path.replaceAll(/\{.+?\}/g, () => left.pop() ?? "");
    }),
  ),
  template.map((path) => fillPath(path, names)),
  fc.array(segment, { maxLength: 7 }).map((segments) => `/${segments.join("/")}`),
);
const query = fc.oneof(
  fc.constant(""),
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...parameters), text),
        fc.oneof(fc.constantFrom(...examples.map(String)), text),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
);
const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...examples));
const field = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...fields, "__proto__") },
  { weight: 1, arbitrary: wildText },
);
const body = fc.oneof(
  fc.dictionary(field, value, { maxKeys: 3 }).map((body) => JSON.stringify(body)),
  fc.constantFrom(...written.map(({ body }) => body)),
  fc.json(),
  fc.uint8Array(),
  text,
);
const headers = fc.record(
  {
    "sf-api-key": fc.oneof({ weight: 9, arbitrary: fc.constant("sf_sandbox_key") }, fc.constant("other")),
    "content-type": fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...new Set(written.map(({ type }) => type))) },
      fc.constantFrom("", ";", "text/html", "application/json;"),
    ),
    accept: fc.constantFrom("*/*", "text/html", "nonsense"),
  },
  { requiredKeys: ["content-type"] },
);
const method = fc.oneof(
  fc.constantFrom(...new Set(Object.values(operationTable).map(({ method }) => method))),
  fc.constantFrom("HEAD", "OPTIONS", "PATCH", "get", "PROPFIND", "X"),
);

/** A valid request for each operation: reads first, deletes last. */
export const everyRight: readonly AnyRequest[] = written.map(({ what, headers, body, type }) => {
  const [method = "", target = ""] = what.split(" ");
  const [path = "", query] = target.split("?");
  return {
    method,
    path,
    query: query === undefined ? "" : `?${query}`,
    body,
    headers: { "sf-api-key": "sf_sandbox_key", "content-type": type, ...headers },
  };
});

/** A request with an invalid key for each operation, so that every run covers these statuses. */
export const everyKeyInvalid: readonly AnyRequest[] = everyRight.map((request) => ({
  ...request,
  headers: { ...request.headers, "sf-api-key": "other" },
}));

/** A request with a body of another type for each operation that takes an object, likewise. */
export const everyBodyInvalid: readonly AnyRequest[] = everyRight
  .filter(({ body }) => body !== "{}" && `${body}`.startsWith("{"))
  .map((request) => ({ ...request, body: "5" }));

/** Encodes a path segment; a URL cannot contain a lone surrogate, which becomes U+FFFD. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Any request: a sixth of them valid, most of the others nearly valid. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...everyRight) },
  { weight: 5, arbitrary: fc.record({ method, path, query, body, headers }) },
);
