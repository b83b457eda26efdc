import type { OperationId } from "@serviceform/types";
import { operationContracts, type ParameterContract, type ResponseContract } from "@serviceform/types/contract";
import { createValidator, type Validator } from "./validator.js";

/** What the contract says about one operation, ready to check with. */
export interface OperationContract {
  readonly id: OperationId;
  readonly parameters: { readonly [Place in "path" | "query"]: readonly CheckedParameter[] };
  readonly body: CheckedBody | undefined;
  readonly responses: ReadonlyMap<number, CheckedResponse>;
  /** The status of a success. */
  readonly success: number;
}

interface CheckedParameter {
  readonly parameter: ParameterContract;
  readonly check: Validator;
}

interface CheckedBody {
  readonly required: boolean;
  readonly check: Validator;
}

interface CheckedResponse {
  /** Undefined where no body is documented. */
  readonly check: Validator | undefined;
  /** Of one element, where a list is documented. */
  readonly checkElement: Validator | undefined;
  /** Whether a list has to be checked as a whole, too. */
  readonly isBounded: boolean;
}

const cache = new Map<OperationId, OperationContract>();

/** Makes the validators of an operation, once. */
export function operationContract(id: OperationId): OperationContract {
  const contract = cache.get(id) ?? prepare(id);
  cache.set(id, contract);
  return contract;
}

function prepare(id: OperationId): OperationContract {
  const { parameters, body, responses, success } = operationContracts[id];
  const within = (place: string): CheckedParameter[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => ({ parameter, check: createValidator(parameter.schema) }));
  return {
    id,
    parameters: { path: within("path"), query: within("query") },
    body: body && { required: body.required, check: createValidator(body.schema) },
    responses: new Map(
      Object.entries(responses).map(([status, response]) => [Number(status), prepareResponse(response)]),
    ),
    success,
  };
}

function prepareResponse({ schema }: ResponseContract): CheckedResponse {
  const { type, items, minItems, maxItems, uniqueItems = false } = schema ?? {};
  return {
    check: schema && createValidator(schema),
    checkElement: type === "array" && items ? createValidator(items) : undefined,
    isBounded: uniqueItems || minItems !== undefined || maxItems !== undefined,
  };
}

/** Whether the success of an operation is a list. */
export function isListOperation(id: OperationId): boolean {
  const { responses, success } = operationContract(id);
  return responses.get(success)?.checkElement !== undefined;
}
