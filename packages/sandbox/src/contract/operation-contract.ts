import type { OperationId } from "@serviceform/types";
import {
  type BodyContract,
  findResponse,
  operationContracts,
  type ParameterContract,
  type ResponseContract,
} from "@serviceform/types/contract";
import { createValidator, type Validator } from "./validator.js";

/** What the contract says about one operation, ready to check with. */
export interface OperationContract {
  readonly id: OperationId;
  readonly parameters: { readonly [Place in "path" | "query" | "header"]: readonly CheckedParameter[] };
  readonly body: CheckedBody | undefined;
  readonly responses: StatusMap;
  /** The status of a success: of several, the first with a body. */
  readonly success: number;
  /** Every status of a success. */
  readonly successes: readonly number[];
}

interface CheckedParameter {
  readonly parameter: ParameterContract;
  readonly check: Validator;
}

/** What is documented of each status, also by a range or by `default`. */
interface StatusMap {
  get(status: number): CheckedResponse | undefined;
  has(status: number): boolean;
}

interface CheckedBody extends Pick<BodyContract, "format" | "mediaType" | "schema"> {
  readonly required: boolean;
  /** Whether it stands under the key `body` of the input. */
  readonly isWhole: boolean;
  readonly check: Validator;
}

interface CheckedResponse extends Pick<ResponseContract, "mediaType" | "format"> {
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
  const contract = operationContracts[id];
  const { parameters, body, responses, success } = contract;
  const checked = new Map(Object.values(responses).map((response) => [response, prepareResponse(response)]));
  const get = (status: number): CheckedResponse | undefined => {
    const response = findResponse(contract, status);
    return response && checked.get(response);
  };
  const statuses = Object.keys(responses).map(Number);
  const within = (place: string): CheckedParameter[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => ({ parameter, check: createValidator(parameter.schema) }));
  return {
    id,
    parameters: { path: within("path"), query: within("query"), header: within("header") },
    body: body && { ...body, isWhole: body.isWhole === true, check: createValidator(body.schema) },
    responses: { get, has: (status) => get(status) !== undefined },
    success,
    successes: [...new Set([success, ...statuses.filter((status) => status >= 200 && status < 300)])],
  };
}

function prepareResponse({ schema, mediaType, format }: ResponseContract): CheckedResponse {
  const { type, items, minItems, maxItems, uniqueItems = false } = schema ?? {};
  return {
    ...(mediaType !== undefined && { mediaType }),
    ...(format && { format }),
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
