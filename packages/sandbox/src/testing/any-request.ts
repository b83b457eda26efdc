import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { createSandbox } from "./sandbox.js";

/** A request as it is sent, by whatever way. */
export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

const [first] = createSandbox().store.items;
/** An item of the seeded world, so that not every request asks for what is not there. */
export const item: { readonly id: string; readonly space: string } = {
  id: first?.id ?? "",
  space: first?.space_id ?? "",
};

/** Any code units, halves of surrogate pairs and what a URL or a JSON pointer gives a meaning among them. */
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

const text = fc.oneof(fc.string({ unit: "binary" }), wildText);

const segment = fc.oneof(
  fc.constantFrom(
    "flex",
    "spaces",
    "items",
    "leads",
    "chats",
    "statistics",
    "chat",
    "",
    ".",
    "..",
    "%2e%2e",
    "%2F",
    "%",
    "%ff",
  ),
  fc.constantFrom(item.space, item.id, "__proto__", "constructor"),
  text.map(encodeSegment),
);
const template = fc.constantFrom(...Object.values(operationTable).map(({ path }) => path));
const path = fc.oneof(
  template.chain((path) =>
    fc
      .array(segment, { minLength: 2, maxLength: 2 })
      .map(([space = "", item = ""]) => path.replace("{spaceId}", space).replace("{itemId}", item)),
  ),
  template.map((path) => path.replace("{spaceId}", item.space).replace("{itemId}", item.id)),
  fc.array(segment, { maxLength: 7 }).map((segments) => `/${segments.join("/")}`),
);
const query = fc.oneof(
  fc.constant(""),
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom("startTime", "endTime", "metrics"), text),
        fc.oneof(fc.constantFrom("2025-05-05T05:05:05Z", "totalChats", "chatsByAgent"), text),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
);
const value = fc.oneof(fc.jsonValue(), fc.constantFrom("2025-05-05T05:05:05Z", 1, true, "x"));
const field = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      "primary_field",
      "startTime",
      "endTime",
      "uid",
      "limit",
      "showMessages",
      "chatbot",
      "__proto__",
    ),
  },
  { weight: 1, arbitrary: wildText },
);
const body = fc.oneof(
  fc.dictionary(field, value, { maxKeys: 3 }).map((body) => JSON.stringify(body)),
  fc.constant('{"primary_field":"x"}'),
  fc.json(),
  fc.uint8Array(),
  text,
);
const headers = fc.record(
  {
    "sf-api-key": fc.oneof({ weight: 9, arbitrary: fc.constant("sf_sandbox_key") }, fc.constant("other")),
    "content-type": fc.oneof(
      { weight: 9, arbitrary: fc.constant("application/json") },
      fc.constantFrom("", ";", "text/html", "application/json;"),
    ),
    accept: fc.constantFrom("*/*", "text/html", "nonsense"),
  },
  { requiredKeys: ["content-type"] },
);
const method = fc.oneof(
  fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  fc.constantFrom("HEAD", "OPTIONS", "PATCH", "get", "PROPFIND", "X"),
);

const right = fc.constantFrom(...Object.values(operationTable)).map(({ method, path, bodyKeys }) => ({
  method,
  path: path.replace("{spaceId}", item.space).replace("{itemId}", item.id),
  query: "",
  body: bodyKeys.includes("primary_field") ? '{"primary_field":"x"}' : "{}",
  headers: { "sf-api-key": "sf_sandbox_key", "content-type": "application/json" },
}));

/** As a segment of a path; a URL cannot hold half of a surrogate pair, which becomes U+FFFD on the way. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Whatever somebody may send: a sixth of it right, most of it close to what the contract asks for. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.oneof(
  { weight: 1, arbitrary: right },
  { weight: 5, arbitrary: fc.record({ method, path, query, body, headers }) },
);
