import type { Case, ExpectedError, ScriptedResponse } from "./case.ts";

const s500: ScriptedResponse = { status: 500 };
const s429: ScriptedResponse = { status: 429 };
const s503: ScriptedResponse = { status: 503, headers: { "retry-after": "0" } };
const reset: ScriptedResponse = { breaksAfter: "nothing" };
const s422: ScriptedResponse = { status: 422, json: {} };
const redirect: ScriptedResponse = { status: 302, redirectsTo: "another origin" };
const html: ScriptedResponse = { body: "<html>", headers: { "content-type": "text/html" } };

const create = { operation: "createItem", input: { spaceId: "s", primary_field: "x" } } as const;
const update = { operation: "updateItem", input: { spaceId: "s", itemId: "i", primary_field: "x" } } as const;

type Row = readonly [
  call: typeof create | typeof update,
  responses: ScriptedResponse[],
  error: ExpectedError["error"],
  may: boolean,
];

/** A later response does not clear the ambiguity of an earlier attempt. */
const rows: Row[] = [
  [create, [s429, s422], "ApiError", false],
  [create, [s503], "ApiError", true],
  [create, [s429, s500], "ApiError", true],
  [create, [s429, reset], "ConnectionError", true],
  [create, [s429, s503], "ApiError", true],
  [create, [s429, s429, s429], "ApiError", false],
  [create, [s429, redirect], "ConnectionError", true],
  [create, [s429, html], "ResponseError", true],
  [update, [s500, s422], "ApiError", true],
  [update, [reset, s422], "ApiError", true],
  [update, [reset, s429, s422], "ApiError", true],
  [update, [s429, s429, s422], "ApiError", false],
  [update, [s500, s429, s429], "ApiError", true],
  [update, [s503, s503, s503], "ApiError", true],
  [update, [s500, redirect], "ConnectionError", true],
  [update, [s500, html], "ResponseError", true],
];

function nameOf({ status, headers, breaksAfter }: ScriptedResponse): string {
  if (breaksAfter) return "reset";
  return status === undefined ? "html" : `${status}${headers ? "+Retry-After" : ""}`;
}

export const mayHaveSucceeded: Case[] = rows.map(([call, responses, error, may]) => {
  const line = call === create ? "POST /flex/spaces/s/items" : "PUT /flex/spaces/s/items/i";
  return {
    ...call,
    title: may
      ? "a write may have succeeded after an ambiguous attempt"
      : "a write cannot have succeeded after attempts that were not processed",
    name: `${call.operation} after ${responses.map(nameOf).join(", ")}`,
    client: { retries: { baseDelayMs: 1 } },
    responses,
    requests: responses.map(() => line),
    expect: { error, with: { attempts: responses.length, mayHaveSucceeded: may } },
  };
});
