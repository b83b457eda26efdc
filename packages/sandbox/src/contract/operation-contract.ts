import type { OperationId } from "@serviceform/types";
import {
  type BodyContract,
  findResponse,
  operationContracts,
  type ParameterContract,
  type ResponseContract,
} from "@serviceform/types/contract";
import { createRequestValidator, createValidator, type Validator } from "./validator.js";

/** The contract of one operation, with its validators. */
export interface OperationContract {
  readonly id: OperationId;
  readonly parameters: readonly CheckedParameter[];
  readonly body: CheckedBody | undefined;
  /** The documented responses by status, including ranges and `default`. */
  readonly responses: {
    get(status: number): CheckedResponse | undefined;
    /** The first of these statuses that is documented by itself, else the first that a range or `default` covers. */
    choose(statuses: readonly number[]): number | undefined;
  };
  /** The status of a success: of several, the first with a body. */
  readonly success: number;
  /** All statuses of a success. */
  readonly successes: readonly number[];
}

interface CheckedParameter extends ParameterContract {
  readonly check: Validator;
}

interface CheckedBody extends BodyContract {
  readonly check: Validator;
}

interface CheckedResponse extends ResponseContract {
  /** Undefined if no body is documented. */
  readonly check: Validator | undefined;
  /** The validator of one element, if a list is documented. */
  readonly checkElement: Validator | undefined;
  /** Whether a list must also be validated as a whole. */
  readonly isBounded: boolean;
}

const cache = new Map<OperationId, OperationContract>();

/** Creates the validators of an operation, once. */
export function operationContract(id: OperationId): OperationContract {
  const contract = cache.get(id) ?? prepare(id);
  cache.set(id, contract);
  return contract;
}

function prepare(id: OperationId): OperationContract {
  const contract = operationContracts[id];
  const { parameters, body, responses, success } = contract;
  const checked = new Map(Object.values(responses).map((response) => [response, prepareResponse(response)]));
  const get = (status: number): CheckedResponse | undefined => {
    const response = findResponse(contract, status);
    return response && checked.get(response);
  };
  const choose = (candidates: readonly number[]): number | undefined =>
    candidates.find((status) => responses[status] !== undefined) ?? candidates.find(get);
  const statuses = Object.keys(responses).map(Number);
  return {
    id,
    parameters: parameters.map((parameter) => ({ ...parameter, check: createRequestValidator(parameter.schema) })),
    body: body && { ...body, check: createRequestValidator(body.schema) },
    responses: { get, choose },
    success,
    successes: [...new Set([success, ...statuses.filter((status) => status >= 200 && status < 300)])],
  };
}

function prepareResponse(response: ResponseContract): CheckedResponse {
  const { schema } = response;
  const { type, items, minItems, maxItems, uniqueItems = false } = schema ?? {};
  return {
    ...response,
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
