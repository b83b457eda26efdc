import type { Ask } from "./ask.ts";
import type { Contract } from "./contract.ts";
import { maskNames } from "./field-names.ts";
import { findUnseen, type Unseen } from "./find-unseen.ts";
import { type Input, type Listed, planInputs, readingOrder } from "./plan-inputs.ts";
import { type Asked, Survey } from "./survey.ts";
import { type Counted, Tally } from "./tally.ts";

/** How much is asked for. */
export interface Limits {
  /** Elements that are read of one list. */
  readonly elements: number;
  /** Calls of one operation. */
  readonly calls: number;
}

export interface Findings {
  readonly asked: readonly Asked[];
  readonly drift: readonly Counted[];
  /** Optional fields that no answer had: no drift, but worth a look. */
  readonly unseen: readonly Unseen[];
}

/** Calls every operation that does not write, and compares what comes back with the contract. */
export async function findDrift(contract: Contract, ask: Ask, limits: Limits): Promise<Findings> {
  const tally = new Tally();
  const listed = new Map<string, readonly Listed[]>();
  const asked: Asked[] = [];
  for (const id of readingOrder(contract)) {
    const survey = new Survey(contract, tally, id);
    const plan = planInputs(contract, id, listed);
    if ("reason" in plan) survey.miss(plan.reason);
    else listed.set(id, await callAll(survey, ask, id, plan.inputs.slice(0, limits.calls), limits.elements));
    asked.push(survey.asked);
  }
  return { asked, drift: maskNames(tally.sightings), unseen: findUnseen(tally) };
}

async function callAll(
  survey: Survey,
  ask: Ask,
  id: string,
  inputs: readonly Input[],
  limit: number,
): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const input of inputs) {
    const answer = await ask(id, input, limit);
    survey.take(answer);
    if (answer.kind === "value" && Array.isArray(answer.value)) listed.push({ input, elements: answer.value });
  }
  return listed;
}
