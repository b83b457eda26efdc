import type { Answer, Case, ExpectedError } from "./case.ts";

const s500: Answer = { status: 500 };
const s429: Answer = { status: 429 };
const s503: Answer = { status: 503, headers: { "retry-after": "0" } };
const reset: Answer = { breaksAfter: "nothing" };
const s422: Answer = { status: 422, json: {} };
const redirect: Answer = { status: 302, redirectsTo: "another origin" };
const html: Answer = { body: "<html>", headers: { "content-type": "text/html" } };

const create = { operation: "createItem", input: { spaceId: "s", primary_field: "x" } } as const;
const update = { operation: "updateItem", input: { spaceId: "s", itemId: "i", primary_field: "x" } } as const;

type Row = readonly [
  call: typeof create | typeof update,
  answers: Answer[],
  error: ExpectedError["error"],
  may: boolean,
];

/** An answer that comes later does not clear what an earlier attempt left open. */
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

const name = ({ status, headers, breaksAfter }: Answer): string =>
  breaksAfter ? "reset" : status === undefined ? "html" : `${status}${headers ? "+Retry-After" : ""}`;

export const mayHaveSucceeded: Case[] = rows.map(([call, answers, error, may]) => {
  const line = call === create ? "POST /flex/spaces/s/items" : "PUT /flex/spaces/s/items/i";
  return {
    ...call,
    title: `${call.operation} after ${answers.map(name).join(", ")}: ${may ? "may" : "cannot"} have succeeded`,
    client: { retries: { baseDelayMs: 1 } },
    answers,
    requests: answers.map(() => line),
    expect: { error, with: { attempts: answers.length, mayHaveSucceeded: may } },
  };
});
