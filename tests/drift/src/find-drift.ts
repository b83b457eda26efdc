import type { CallOperation, OperationResult } from "./call-operation.ts";
import type { Contract } from "./contract.ts";
import { maskNames } from "./field-names.ts";
import { findUnobservedFields, type UnobservedField } from "./find-unobserved-fields.ts";
import { type Listed, planInputs, readingOrder } from "./plan-inputs.ts";
import { type CalledOperation, survey } from "./survey.ts";
import { type Counted, Tally } from "./tally.ts";

export interface Limits {
  /** The elements that are read of one list. */
  readonly elements: number;
  /** Calls of one operation. */
  readonly calls: number;
}

export interface DriftResult {
  readonly called: readonly CalledOperation[];
  readonly drift: readonly Counted[];
  /** Optional fields that no response had: no drift, but worth checking. */
  readonly unobserved: readonly UnobservedField[];
}

/** Calls every operation that reads, and compares the responses with the contract. */
export async function findDrift(
  contract: Contract,
  callOperation: CallOperation,
  limits: Limits,
): Promise<DriftResult> {
  const tally = new Tally();
  const listed = new Map<string, Listed[]>();
  const called: CalledOperation[] = [];
  for (const id of readingOrder(contract)) {
    const plan = planInputs(contract, id, listed);
    const inputs = "reason" in plan ? [] : plan.inputs.slice(0, limits.calls);
    const results: OperationResult[] = [];
    const lists: Listed[] = [];
    for (const input of inputs) {
      const result = await callOperation(id, input, limits.elements);
      results.push(result);
      if (result.kind === "value" && Array.isArray(result.value)) lists.push({ input, elements: result.value });
    }
    listed.set(id, lists);
    called.push(survey({ contract, tally, id }, results, "reason" in plan ? [plan.reason] : []));
  }
  return { called, drift: maskNames(tally.observations), unobserved: findUnobservedFields(tally) };
}
