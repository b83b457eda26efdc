import type { OperationId } from "@serviceform/types";
import {
  createValidator,
  findResponse,
  operationContracts,
  type ResponseContract,
  type Schema,
} from "@serviceform/types/contract";
import type { ResponseData } from "../http/response-data.js";
import { createRandom } from "../seed-data/random.js";
import { documentedBody } from "./documented-body.js";
import { propertyNames } from "./plain-schemas.js";

const MESSAGE_NAMES = ["message", "detail", "description", "error_description", "error", "title", "data"];
const STATUS_NAMES = ["status", "statusCode", "code"];

/**
 * Gives an error the body that the contract describes for its status: none, the message as a text or bytes, `{ message }`
 * if that is valid, else the contract's example, or a value created from the schema, with message and status in
 * properties that are usually named so. An error that the contract does not describe stays as it is.
 * @throws {ContractError} if the contract has no valid example and none can be made
 */
export function describeError(id: OperationId, data: ResponseData): ResponseData {
  const { message, status, headers = {} } = data;
  const response = message === undefined ? undefined : findResponse(operationContracts[id], status);
  if (message === undefined || response === undefined) return data;
  const { schema, format, mediaType } = response;
  if (!schema) return { status, headers };
  const body = createBody({ id, status, message, response: { ...response, schema } });
  return { status, headers, format, mediaType, body: Array.isArray(body) ? { elements: body } : { value: body } };
}

interface DescribedError {
  readonly id: OperationId;
  readonly status: number;
  readonly message: string;
  readonly response: ResponseContract & { readonly schema: Schema };
}

function createBody({ id, status, message, response }: DescribedError): unknown {
  if (response.format === "binary") return new TextEncoder().encode(message);
  const { schema } = response;
  const { accepts } = createValidator(schema);
  const names = propertyNames(schema);
  const isPlain = names.size === 0 || names.has("message");
  const plain = [...(isPlain ? [{ message }] : []), message].find(accepts);
  if (plain !== undefined) return plain;
  const example = documentedBody({ id, status, response, random: createRandom("errors", id, status) });
  const withMessage = fillFirst(example, { names: MESSAGE_NAMES, own: message, accepts });
  return fillFirst(withMessage, { names: STATUS_NAMES, own: status, accepts });
}

interface Filling {
  readonly names: readonly string[];
  readonly own: unknown;
  readonly accepts: (value: unknown) => boolean;
}

/** Fills the first of the names that the value has, if the result is valid: the others often mean something else. */
function fillFirst(value: unknown, { names, own, accepts }: Filling): unknown {
  const before = JSON.stringify(value);
  const filled = names.map((name) => replaceProperty(value, name, own));
  return filled.find((after) => JSON.stringify(after) !== before && accepts(after)) ?? value;
}

/** Replaces the values of that name and type, at any depth. */
function replaceProperty(value: unknown, name: string, own: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => replaceProperty(element, name, own));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, before]) => {
      const isReplaced = key === name && typeof before === typeof own;
      return [key, isReplaced ? own : replaceProperty(before, name, own)];
    }),
  );
}
