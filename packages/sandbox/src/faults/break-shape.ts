import type { Answer } from "../contract/answer.js";
import type { OperationContract } from "../contract/operation-contract.js";
import type { Validator } from "../contract/validator.js";

const wrongValues: readonly unknown[] = [null, "wrong shape", 0, {}, []];

/** Spoils an answer so that it certainly breaks the contract: a field of each object is mistyped. */
export function breakShape({ responses }: OperationContract, answer: Answer): Answer {
  const { status, body } = answer;
  const response = responses.get(status);
  // Where no body is documented, any is wrong.
  if (!body || !response?.check) return { status, body: { value: { wrong: "shape" } } };
  if ("value" in body) return { ...answer, body: { value: spoil(body.value, response.check) } };
  return { ...answer, body: { elements: spoilEach(body.elements, response.checkElement ?? (() => undefined)) } };
}

function* spoilEach(elements: Iterable<unknown>, check: Validator): Iterable<unknown> {
  let empty = true;
  for (const element of elements) {
    empty = false;
    yield spoil(element, check);
  }
  if (empty) yield spoil(undefined, check);
}

function spoil(value: unknown, check: Validator): unknown {
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      for (const wrong of wrongValues) {
        const spoilt = { ...value, [key]: wrong };
        if (check(spoilt)) return spoilt;
      }
    }
  }
  return wrongValues.find((wrong) => check(wrong)) ?? null;
}
