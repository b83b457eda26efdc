import type { Operation } from "@serviceform/types";
import type { Answer } from "./ask.ts";
import { compareValue } from "./compare-value.ts";
import { type Contract, findBody, findResponse, operationPointer } from "./contract.ts";
import type { Tally } from "./tally.ts";

/** What was asked of one operation. */
export interface Asked {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly calls: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Elements of lists, or objects, that were compared. */
  readonly compared: number;
  /** Whether a list was longer than what was read of it. */
  readonly cut: boolean;
  /** Why calls failed, each reason once. */
  readonly failures: readonly string[];
  /** What could not be compared although no call failed, such as the elements of an empty list. */
  readonly gaps: readonly string[];
}

/** The place of the statuses in a tally. */
const STATUSES = "status";
/** An API that refuses the key shows nothing of what it answers. */
const KEY_REFUSED = new Set([401, 403]);

/** Takes the answers to one operation and counts what they tell. */
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

  take(answer: Answer): void {
    this.#calls += 1;
    if (answer.kind === "failed") {
      this.fail(answer.reason);
      return;
    }
    const { status } = answer;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    this.#tally.visit(this.#id, STATUSES);
    if (KEY_REFUSED.has(status)) this.fail(`the key was refused with ${status}`);
    if (!findResponse(this.#contract, this.#id, status)) this.#seeStatus(status);
    else if (answer.kind === "unreadable") this.#seeUnreadable(answer);
    else if (answer.kind === "value") this.#compare(answer.value, answer.cut, status);
    else if (typeof answer.body === "object") this.#compareBody(answer.body, status, `answer ${status}: `);
  }

  fail(reason: string): void {
    this.#failures.add(reason);
  }

  miss(gap: string): void {
    this.#gaps.push(gap);
  }

  get asked(): Asked {
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
      gaps: isEmpty ? [...this.#gaps, "nothing came back that could be compared"] : this.#gaps,
    };
  }

  #compare(value: unknown, cut: boolean, status: number): void {
    this.#compared += Array.isArray(value) ? value.length : 1;
    this.#cut ||= cut;
    this.#compareBody(value, status, "");
  }

  #compareBody(value: unknown, status: number, place: string): void {
    const body = findBody(this.#contract, this.#id, status);
    const compared = { tally: this.#tally, operation: this.#id };
    if (body) compareValue(compared, [body], value, place);
  }

  #seeStatus(status: number): void {
    const pointer = `${operationPointer(this.#operation)}/responses`;
    this.#tally.see(
      { kind: "undeclared-status", operation: this.#id, place: STATUSES, pointer, expected: "a documented status" },
      String(status),
      STATUSES,
    );
  }

  #seeUnreadable({ status, expected, got, isJson }: Extract<Answer, { kind: "unreadable" }>): void {
    const response = findResponse(this.#contract, this.#id, status);
    const body = findBody(this.#contract, this.#id, status);
    const kind = isJson ? "mistyped" : "not-json";
    const pointer = (body ?? response)?.pointer ?? operationPointer(this.#operation);
    this.#tally.visit(this.#id, "");
    this.#tally.see(
      { kind, operation: this.#id, place: "", pointer, expected: isJson ? expected : `JSON ${expected}` },
      got,
      "",
    );
  }
}
