import { aborts } from "./aborts.ts";
import type { Case } from "./case.ts";
import { deletes } from "./deletes.ts";
import { keys } from "./keys.ts";
import { mayHaveSucceeded } from "./may-have-succeeded.ts";
import { operationIds, samples } from "./operations.ts";
import { pathValues } from "./path-values.ts";
import { redirects } from "./redirects.ts";
import { responses } from "./responses.ts";
import { retries } from "./retries.ts";
import { time } from "./timeouts.ts";

const sampled = new Set(["createItem", "deleteItem", "listSpaces"]);

/** Path values that differ in path style: openapi-fetch writes the name if it has no value, so they count as missing. */
const differs = new Set(['"{itemId}"', '"{spaceId}"']);

/** `createFetchClient` behaves as the methods do. */
export const byPath: Case[] = inPathStyle([
  ...operationIds.map((operation): Case => {
    const { input, request, response, dataByPath } = samples[operation];
    return {
      title: "a path resolves to its data",
      name: operation,
      operation,
      input,
      responses: [response],
      requests: [request],
      expect: { data: dataByPath },
    };
  }),
  ...[aborts, responses, deletes, keys, mayHaveSucceeded, pathValues, redirects, time].flat(),
  ...retries.filter(({ operation = "listLeads" }) => sampled.has(operation)),
]);

/** The cases of methods, as calls of `createFetchClient`. */
export function inPathStyle(cases: readonly Case[]): Case[] {
  return cases
    .filter(({ by = "method", name = "" }) => by === "method" && !differs.has(name))
    .map((testCase) => ({ ...testCase, by: "paths" }));
}
