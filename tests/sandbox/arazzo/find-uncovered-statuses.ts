import type { RecordedRequest } from "@serviceform/sandbox";
import contract from "@serviceform/types/openapi.json" with { type: "json" };

/** The documented statuses of all operations, such as "getItem 404", that none of these requests received. */
export function findUncoveredStatuses(requests: readonly Pick<RecordedRequest, "operation" | "status">[]): string[] {
  const met = new Set(requests.map(({ operation, status }) => `${operation} ${status}`));
  return Object.values(contract.paths)
    .flatMap((path) => Object.entries(path))
    .filter(([method]) => method !== "parameters")
    .flatMap(([, operation]) => documented(operation as Operation))
    .filter((status) => !met.has(status));
}

interface Operation {
  readonly operationId: string;
  readonly responses: object;
}

function documented({ operationId, responses }: Operation): string[] {
  return Object.keys(responses).map((status) => `${operationId} ${status}`);
}
