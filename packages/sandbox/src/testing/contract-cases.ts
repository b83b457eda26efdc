import { contractCases as casesOf } from "@serviceform/tests-samples";
import type { Sent } from "./call.js";
import { type RightRequest, writeBodyOf, writeTarget } from "./right-requests.js";

/** A request, its expected status, and the cause of that status. */
export type Case = readonly [status: number, cause: string, what: string, sent?: Sent];

/** The requests for an operation that follow from the contract alone. */
export function contractCases({ id, input }: RightRequest): Case[] {
  return casesOf(id, input).map(({ status, cause, names, query, headers, body, isUnauthorized }): Case => {
    const sent: Sent = { headers, body: writeBodyOf(id, body), ...(isUnauthorized && { key: "other" }) };
    return [status, cause, writeTarget(id, names, query), sent];
  });
}
