import { samples } from "@serviceform/samples";
import { operationTable } from "@serviceform/types";
import type { Sent } from "./call.js";
import { fillPath, type RightRequest } from "./right-requests.js";

/** A request, and the status that answers it for a cause. */
export type Case = readonly [status: number, cause: string, what: string, sent?: Sent];

/** What the contract alone says of an operation: a right request, and each way to go wrong that it documents. */
export function contractCases({ id, method, path, query, body, names }: RightRequest): Case[] {
  const { statuses, success } = samples[id];
  const what = `${method} ${path}${query}`;
  const right: Sent = { ...(body && { body }) };
  /** The first of them that is documented. */
  const documented = (...fitting: number[]) => fitting.find((status) => statuses.includes(status));
  const key = documented(401, 403);
  const last = Object.keys(names).at(-1);
  const nowhere = last && fillPath(operationTable[id].path, { ...names, [last]: "nowhere" });
  const cases: Case[] = [
    [success, "what the contract shows", what, right],
    [400, "a query parameter that it does not have", `${what}${query ? "&" : "?"}undeclared=1`, right],
  ];
  if (key) cases.push([key, "another key", what, { ...right, key: "other" }]);
  if (nowhere && documented(404)) cases.push([404, "a name that nothing has", `${method} ${nowhere}${query}`, right]);
  if (body) {
    cases.push([documented(400, 422) ?? 400, "a body that is no object", what, { body: [] }]);
    const open = { body: { ...body, undeclared: 1 } };
    cases.push([documented(422, 400) ?? 400, "a field that it does not have", what, open]);
  }
  return cases;
}
