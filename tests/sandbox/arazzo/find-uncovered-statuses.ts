import type { RecordedRequest } from "@serviceform/sandbox";
import { samples } from "@serviceform/tests-samples";

/** The documented statuses of all operations, such as "getItem 404", that none of these requests received. */
export function findUncoveredStatuses(requests: readonly Pick<RecordedRequest, "operation" | "status">[]): string[] {
  const met = new Set(requests.map(({ operation, status }) => `${operation} ${status}`));
  return Object.values(samples)
    .flatMap(({ id, statuses }) => statuses.map((status) => `${id} ${status}`))
    .filter((status) => !met.has(status));
}
