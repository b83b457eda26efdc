import type { Operation } from "@serviceform/types";
import { createValidator, findResponse, type OperationContract, type Schema } from "@serviceform/types/contract";
import type { ResponseData } from "../http/response-data.js";
import { createRandom } from "../seed-data/random.js";
import { documentedBody } from "./documented-body.js";
import { propertyNames } from "./plain-schemas.js";

/** The parts of an operation's contract that its success depends on. */
export interface ShownOperation
  extends Pick<Operation, "path" | "pathKeys" | "bodyKeys">,
    Pick<OperationContract, "responses" | "success"> {
  readonly id: string;
}

/**
 * The response from the contract, for an operation without a handler: the example of its success, else a value created
 * from the schema, the same for every request with the same input.
 * @throws {ContractError} if the contract has no valid example and none can be made
 */
export function exampleResponse(operation: ShownOperation, input: object, seed: number): ResponseData {
  const { id, responses, success } = operation;
  const { schema, example } = findResponse({ responses }, success) ?? {};
  if (!schema) return { status: success };
  const { accepts } = createValidator(schema);
  const random = createRandom(seed, "examples", id);
  const value = documentedBody({ id, status: success, response: { schema, example }, random });
  if (Array.isArray(value)) return { status: success, body: { elements: value } };
  return { status: success, body: { value: echo(value, echoed(operation, schema, input), accepts) } };
}

/**
 * The input as the response's properties with the same names; the last segment of the path is the `id` of an existing
 * record.
 */
function echoed({ path, pathKeys, bodyKeys }: ShownOperation, schema: Schema, input: object): [string, unknown][] {
  const names = propertyNames(schema);
  const values = new Map(Object.entries(input).filter(([key]) => pathKeys.includes(key) || bodyKeys.includes(key)));
  const last = pathKeys.find((key) => path.endsWith(`{${key}}`));
  const entries = [...(last === undefined ? [] : [["id", values.get(last)] as const]), ...values];
  return [...new Map(entries)].filter(([key]) => names.has(key));
}

/** Adds all of the entries if the result is valid, else each entry whose result is valid. */
function echo(value: unknown, entries: readonly [string, unknown][], accepts: (value: unknown) => boolean): unknown {
  if (typeof value !== "object" || value === null) return value;
  const whole = { ...value, ...Object.fromEntries(entries) };
  if (accepts(whole)) return whole;
  return entries.reduce((before: unknown, [key, own]) => {
    const after = { ...Object(before), [key]: own };
    return accepts(after) ? after : before;
  }, value);
}
