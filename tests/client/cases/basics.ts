import type { Case } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

/** Each operation by each way of calling it. */
export const basics: Case[] = operationIds.flatMap((operation) => {
  const { input, request, response, data } = samples[operation];
  const common = { operation, input, responses: [response], requests: [request], expect: { data } };
  return [
    { title: "a method resolves to its data", name: operation, ...common },
    { title: "safe resolves to a result", name: operation, ...common, by: "safe" as const },
    ...(Array.isArray(data)
      ? [{ title: "a stream yields the elements", name: operation, ...common, by: "stream" as const }]
      : []),
  ];
});
