import type { Case } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

/** Each operation by each way of calling it. */
export const basics: Case[] = operationIds.flatMap((operation) => {
  const { input, line, json, ...rest } = samples[operation];
  const request = { line, headers: { "sf-api-key": "k3y-S3CRET-do-not-print", accept: "application/json" }, ...rest };
  const common = { operation, input, answers: [{ json }], requests: [request], expect: { data: json } };
  return [
    { title: `${operation} resolves to its data`, ...common },
    { title: `safe.${operation} resolves to a result`, ...common, by: "safe" as const },
    ...(Array.isArray(json)
      ? [{ title: `stream.${operation} gives the elements`, ...common, by: "stream" as const }]
      : []),
  ];
});
