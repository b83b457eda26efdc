import type { Operation } from "@serviceform/types";
import type { ResponseContract } from "@serviceform/types/contract";
import { inspectBeginning, type OperationResult } from "./call-operation.ts";
import { compareValue } from "./compare-value.ts";
import { type Contract, findBody, findResponse, operationPointer } from "./contract.ts";
import { addCounts, type Tally } from "./tally.ts";

/** The calls of one operation and their outcomes. */
export interface CalledOperation {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly calls: number;
  /** How often the API responded with each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Elements of lists, or objects, that were compared. */
  readonly compared: number;
  /** Whether a list had more elements than were read. */
  readonly cut: boolean;
  /** Why calls failed, each reason once. */
  readonly failures: readonly string[];
  /** What could not be compared although no call failed, such as the elements of an empty list. */
  readonly gaps: readonly string[];
}

/** An operation, and the tally of its differences from the contract. */
export interface Surveyed {
  readonly contract: Contract;
  readonly tally: Tally;
  readonly id: string;
}

type ResultOf<Kind extends OperationResult["kind"]> = Extract<OperationResult, { kind: Kind }>;

/** The place of the statuses in a tally. */
const STATUSES = "status";
/** An API that rejects the key shows no response to compare. */
const KEY_REJECTED = new Set([401, 403]);

/** Compares the responses to all calls of an operation with the contract. `gaps` has the reason why it was not called. */
export function survey(
  surveyed: Surveyed,
  results: readonly OperationResult[],
  gaps: readonly string[],
): CalledOperation {
  const { contract, id } = surveyed;
  const { method, path } = contract.operations[id] as Operation;
  const responses = results.filter((result) => result.kind !== "failed");
  for (const response of responses) compareResponse(surveyed, response);
  const values = responses.flatMap((response) =>
    response.kind === "value" && findResponse(contract, id, response.status) ? [response] : [],
  );
  const compared = values.reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 1), 0);
  const failures = [...new Set(results.flatMap(failureOf))];
  const isEmpty = results.length > 0 && compared === 0 && failures.length === 0;
  return {
    operation: id,
    method,
    path,
    calls: results.length,
    statuses: responses.reduce((counts, { status }) => addCounts(counts, { [status]: 1 }), {}),
    compared,
    cut: values.some(({ cut }) => cut),
    failures,
    gaps: isEmpty ? [...gaps, "no response could be compared"] : gaps,
  };
}

function failureOf(result: OperationResult): string[] {
  if (result.kind === "failed") return [result.reason];
  return KEY_REJECTED.has(result.status) ? [`the API rejected the key with ${result.status}`] : [];
}

function compareResponse(surveyed: Surveyed, result: ResultOf<"value" | "rejected" | "unreadable">): void {
  const { contract, tally, id } = surveyed;
  const { status } = result;
  tally.count(id, STATUSES);
  const response = findResponse(contract, id, status);
  if (!response) recordStatus(surveyed, status);
  else if (result.kind === "unreadable") recordUnreadable(surveyed, response, result, "");
  else if (result.kind === "value") compareBody(surveyed, result.value, status, "");
  else compareError(surveyed, response, result);
}

function compareBody({ contract, tally, id }: Surveyed, value: unknown, status: number, place: string): void {
  const body = findBody(contract, id, status);
  if (body) compareValue({ tally, operation: id }, [body], value, place);
}

/** The client reads an error body that is no JSON as text. */
function compareError(surveyed: Surveyed, response: ResponseContract, { body, status }: ResultOf<"rejected">): void {
  const { schema, format } = response;
  const place = `response ${status}: `;
  if (typeof body === "object") compareBody(surveyed, body, status, place);
  else if (schema && format === undefined) {
    const expected = schema.type ?? "value";
    const start = inspectBeginning(String(body ?? ""), expected);
    recordUnreadable(surveyed, response, { status, expected, ...start }, place);
  }
}

function recordStatus({ contract, tally, id }: Surveyed, status: number): void {
  const pointer = `${operationPointer(contract.operations[id] as Operation)}/responses`;
  const observation = { operation: id, place: STATUSES, pointer, expected: "a documented status" };
  tally.record({ kind: "undeclared-status", ...observation }, String(status), STATUSES);
}

function recordUnreadable(
  { contract, tally, id }: Surveyed,
  response: ResponseContract,
  { status, expected, received, isJson }: Omit<ResultOf<"unreadable">, "kind">,
  place: string,
): void {
  const { pointer } = findBody(contract, id, status) ?? response;
  const difference = isJson
    ? ({ kind: "mistyped", expected } as const)
    : ({ kind: "not-json", expected: `JSON ${expected}` } as const);
  tally.count(id, place);
  tally.record({ ...difference, operation: id, place, pointer }, received, place);
}
