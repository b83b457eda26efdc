import { aborts } from "./aborts.ts";
import { answers } from "./answers.ts";
import type { Case } from "./case.ts";
import { compressed } from "./compressed.ts";
import { deletes } from "./deletes.ts";
import { keys } from "./keys.ts";
import { mayHaveSucceeded } from "./may-have-succeeded.ts";
import { mistakenKeys } from "./mistaken-keys.ts";
import { noArrays } from "./no-arrays.ts";
import { operationIds, samples } from "./operations.ts";
import { pathValues } from "./path-values.ts";
import { redirects } from "./redirects.ts";
import { retries } from "./retries.ts";
import { retryAfter } from "./retry-after.ts";
import { time } from "./time.ts";

const sampled = new Set(["createItem", "deleteItem", "listLeads"]);

/** Where the two styles differ, by the titles of the cases. */
const differs = new Set([
  // The engine writes the name where it has no value, so a value of that text counts as missing.
  'the path value "{itemId}" is one segment',
  'the path value "{spaceId}" is one segment',
]);

/** What holds for the methods holds for `createFetchClient`. */
export const byPath: Case[] = [
  ...operationIds.map((operation): Case => {
    const { input, line, json, ...rest } = samples[operation];
    return {
      title: `${operation} resolves to its data`,
      operation,
      input,
      answers: [{ json }],
      requests: [{ line, headers: { "sf-api-key": "k3y-S3CRET-do-not-print", accept: "application/json" }, ...rest }],
      expect: { data: json },
    };
  }),
  ...[
    aborts,
    answers,
    deletes,
    keys,
    mistakenKeys,
    mayHaveSucceeded,
    pathValues,
    redirects,
    retryAfter,
    time,
    noArrays,
    compressed,
  ].flat(),
  ...retries.filter(({ operation = "listLeads" }) => sampled.has(operation)),
]
  .filter(({ by = "method", title }) => by === "method" && !differs.has(title))
  .map((one) => ({ ...one, by: "paths", title: `by path: ${one.title}` }));
