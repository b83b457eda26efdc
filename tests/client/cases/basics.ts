import type { Case } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

/** Each operation by each way of calling it. */
export const basics: Case[] = operationIds.flatMap((operation) => {
  const { input, line, json, ...rest } = samples[operation];
  const request = { line, headers: { "sf-api-key": "k3y-S3CRET-do-not-print", accept: "application/json" }, ...rest };
  const common = { operation, input, responses: [{ json }], requests: [request], expect: { data: json } };
  return [
    { title: "a method resolves to its data", name: operation, ...common },
    { title: "safe resolves to a result", name: operation, ...common, by: "safe" as const },
    ...(Array.isArray(json)
      ? [{ title: "a stream yields the elements", name: operation, ...common, by: "stream" as const }]
      : []),
  ];
});
