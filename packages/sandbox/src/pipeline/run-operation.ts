import { apiKeyHeader, type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import type { OperationContract } from "../contract/operation-contract.js";
import { validateRequest } from "../contract/validate-request.js";
import { validateResponse } from "../contract/validate-response.js";
import { toContractError } from "../contract-error.js";
import { exampleResponse } from "../examples/example-response.js";
import { type Handler, HandlerError, type Handlers } from "../handlers/handler.js";
import type { RequestBody } from "../http/read-body.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import type { Account } from "./account.js";
import type { Accounts } from "./accounts.js";

/** A request that has found its operation. */
export interface OperationRequest {
  readonly operation: OperationContract;
  readonly path: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly body: RequestBody;
}

/** What carries operations out. */
export interface Api {
  readonly handlers: Handlers;
  readonly accounts: Accounts;
}

/**
 * Carries an operation out: the key first, then the input, then the handler, then the validation of its response.
 *
 * @param choose another account than that of the key
 */
export function runOperation(
  { operation, path, request, body }: OperationRequest,
  { accounts, handlers }: Api,
  choose: (account: Account) => Account = (account) => account,
): ResponseData {
  const account = accounts.find(request.headers.get(apiKeyHeader));
  if (!account) return validateResponse(operation, unauthorized(operation));
  const query = new URL(request.url).searchParams;
  const read = validateRequest(operation, { path, query, contentType: request.headers.get("content-type"), body });
  if ("rejection" in read) return validateResponse(operation, read.rejection);
  try {
    return validateResponse(operation, callHandler(operation, read.input, handlers, choose(account)));
  } catch (error) {
    throw toContractError(operation.id, operation.success, error);
  }
}

function unauthorized({ responses }: OperationContract): ResponseData {
  return errorResponse(responses.has(401) ? 401 : 403, `The ${apiKeyHeader} header is missing or its key is invalid.`);
}

/** Without a handler, the contract says what an operation responds with. */
function callHandler(
  { id, success }: OperationContract,
  input: object,
  handlers: Handlers,
  account: Account,
): ResponseData {
  // The contract has checked that the input is this operation's; the compiler cannot follow that through a variable id.
  const handler = handlers[id] as Handler<OperationId> | undefined;
  if (!handler) return exampleResponse({ id, ...operationTable[id], ...operationContracts[id] }, input, account.seed);
  const output = handler(input as never, account);
  if (output instanceof HandlerError) return errorResponse(output.status, output.message);
  if (output === undefined) return { status: success };
  return { status: success, body: isList(output) ? { elements: output } : { value: output } };
}

function isList(output: object): output is Iterable<unknown> {
  return Symbol.iterator in output;
}
