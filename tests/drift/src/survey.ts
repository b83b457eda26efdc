import type { Operation } from "@serviceform/types";
import { inspectBeginning, type OperationResult } from "./call-operation.ts";
import { compareValue } from "./compare-value.ts";
import { type Contract, findBody, findResponse, operationPointer } from "./contract.ts";
import type { Tally } from "./tally.ts";

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

type Unreadable = Extract<OperationResult, { kind: "unreadable" }>;

/** The place of the statuses in a tally. */
const STATUSES = "status";
/** An API that rejects the key shows no response to compare. */
const KEY_REJECTED = new Set([401, 403]);

/** Counts the observations in the responses of one operation. */
export class Survey {
  readonly #contract: Contract;
  readonly #tally: Tally;
  readonly #id: string;
  readonly #operation: Operation;
  readonly #statuses = new Map<number, number>();
  readonly #failures = new Set<string>();
  readonly #gaps: string[] = [];
  #calls = 0;
  #compared = 0;
  #cut = false;

  constructor(contract: Contract, tally: Tally, id: string) {
    this.#contract = contract;
    this.#tally = tally;
    this.#id = id;
    this.#operation = contract.operations[id] as Operation;
  }

  add(result: OperationResult): void {
    this.#calls += 1;
    if (result.kind === "failed") {
      this.fail(result.reason);
      return;
    }
    const { status } = result;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    this.#tally.count(this.#id, STATUSES);
    if (KEY_REJECTED.has(status)) this.fail(`the API rejected the key with ${status}`);
    if (!findResponse(this.#contract, this.#id, status)) this.#recordStatus(status);
    else if (result.kind === "unreadable") this.#recordUnreadable(result);
    else if (result.kind === "value") this.#compare(result, status);
    else this.#compareError(result.body, status);
  }

  fail(reason: string): void {
    this.#failures.add(reason);
  }

  addGap(gap: string): void {
    this.#gaps.push(gap);
  }

  get called(): CalledOperation {
    const { method, path } = this.#operation;
    const isEmpty = this.#calls > 0 && this.#compared === 0 && this.#failures.size === 0;
    return {
      operation: this.#id,
      method,
      path,
      calls: this.#calls,
      statuses: Object.fromEntries(this.#statuses),
      compared: this.#compared,
      cut: this.#cut,
      failures: [...this.#failures],
      gaps: isEmpty ? [...this.#gaps, "no response could be compared"] : this.#gaps,
    };
  }

  #compare({ value, cut }: Extract<OperationResult, { kind: "value" }>, status: number): void {
    this.#compared += Array.isArray(value) ? value.length : 1;
    this.#cut ||= cut;
    this.#compareBody(value, status, "");
  }

  #compareBody(value: unknown, status: number, place: string): void {
    const body = findBody(this.#contract, this.#id, status);
    const compared = { tally: this.#tally, operation: this.#id };
    if (body) compareValue(compared, [body], value, place);
  }

  /** The client reads an error body that is no JSON as text. */
  #compareError(body: unknown, status: number): void {
    const { schema, format } = findResponse(this.#contract, this.#id, status) ?? {};
    const place = `response ${status}: `;
    if (typeof body === "object") this.#compareBody(body, status, place);
    else if (schema && format === undefined) {
      const expected = schema.type ?? "value";
      this.#recordUnreadable({ status, expected, ...inspectBeginning(String(body ?? ""), expected) }, place);
    }
  }

  #recordStatus(status: number): void {
    const pointer = `${operationPointer(this.#operation)}/responses`;
    this.#tally.record(
      { kind: "undeclared-status", operation: this.#id, place: STATUSES, pointer, expected: "a documented status" },
      String(status),
      STATUSES,
    );
  }

  #recordUnreadable({ status, expected, received, isJson }: Omit<Unreadable, "kind">, place = ""): void {
    const response = findResponse(this.#contract, this.#id, status);
    const body = findBody(this.#contract, this.#id, status);
    const kind = isJson ? "mistyped" : "not-json";
    const pointer = (body ?? response)?.pointer ?? operationPointer(this.#operation);
    this.#tally.count(this.#id, place);
    this.#tally.record(
      { kind, operation: this.#id, place, pointer, expected: isJson ? expected : `JSON ${expected}` },
      received,
      place,
    );
  }
}
