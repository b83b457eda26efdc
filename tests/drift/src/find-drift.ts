import type { CallOperation } from "./call-operation.ts";
import type { Contract } from "./contract.ts";
import { maskNames } from "./field-names.ts";
import { findUnobservedFields, type UnobservedField } from "./find-unobserved-fields.ts";
import { type Input, type Listed, planInputs, readingOrder } from "./plan-inputs.ts";
import { type CalledOperation, Survey } from "./survey.ts";
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
  const listed = new Map<string, readonly Listed[]>();
  const called: CalledOperation[] = [];
  for (const id of readingOrder(contract)) {
    const survey = new Survey(contract, tally, id);
    const plan = planInputs(contract, id, listed);
    if ("reason" in plan) survey.addGap(plan.reason);
    else listed.set(id, await callAll(survey, callOperation, id, plan.inputs.slice(0, limits.calls), limits.elements));
    called.push(survey.called);
  }
  return { called, drift: maskNames(tally.observations), unobserved: findUnobservedFields(tally) };
}

async function callAll(
  survey: Survey,
  callOperation: CallOperation,
  id: string,
  inputs: readonly Input[],
  limit: number,
): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const input of inputs) {
    const result = await callOperation(id, input, limit);
    survey.add(result);
    if (result.kind === "value" && Array.isArray(result.value)) listed.push({ input, elements: result.value });
  }
  return listed;
}
