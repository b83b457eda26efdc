import type { OperationContract } from "../contract/operation-contract.js";
import type { Validator } from "../contract/validator.js";
import type { ResponseData } from "../http/response-data.js";

const wrongValues: readonly unknown[] = [null, "wrong shape", 0, {}, []];

/** Corrupts a response so that it certainly violates the contract: in each object, a field gets another type. */
export function corruptBody({ responses }: OperationContract, data: ResponseData): ResponseData {
  const { status, body } = data;
  const response = responses.get(status);
  // If no body is documented, any body violates the contract; if text or bytes are documented, JSON does.
  if (!body || !response?.check || response.format === "text" || response.format === "binary")
    return { status, body: { value: { wrong: "shape" } } };
  if ("value" in body) return { ...data, body: { value: corrupt(body.value, response.check) } };
  return { ...data, body: { elements: corruptEach(body.elements, response.checkElement ?? (() => undefined)) } };
}

function* corruptEach(elements: Iterable<unknown>, check: Validator): Iterable<unknown> {
  let empty = true;
  for (const element of elements) {
    empty = false;
    yield corrupt(element, check);
  }
  if (empty) yield corrupt(undefined, check);
}

function corrupt(value: unknown, check: Validator): unknown {
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      for (const wrong of wrongValues) {
        const corrupted = { ...value, [key]: wrong };
        if (check(corrupted)) return corrupted;
      }
    }
  }
  return wrongValues.find((wrong) => check(wrong)) ?? null;
}
