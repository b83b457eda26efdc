import { apiKeyHeader, type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { readKeys } from "../contract/credentials.js";
import type { OperationContract } from "../contract/operation-contract.js";
import { validateRequest } from "../contract/validate-request.js";
import { validateResponse } from "../contract/validate-response.js";
import { toContractError } from "../contract-error.js";
import { describeError } from "../examples/describe-error.js";
import { exampleResponse } from "../examples/example-response.js";
import { type Handler, HandlerError, type Handlers } from "../handlers/handler.js";
import type { RequestBody } from "../http/read-body.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import type { Account } from "./account.js";
import type { Accounts } from "./accounts.js";
import { createExamplePage, createPage, isPaged } from "./create-page.js";

/** A request whose operation is known. */
export interface OperationRequest {
  readonly operation: OperationContract;
  readonly path: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly body: RequestBody;
}

/** Runs operations. */
export interface Api {
  readonly handlers: Handlers;
  readonly accounts: Accounts;
}

/**
 * Runs an operation: validates the key, then the input, then calls the handler, then validates its response.
 * @param choose another account than that of the key
 */
export function runOperation(
  { operation, path, request, body }: OperationRequest,
  { accounts, handlers }: Api,
  choose: (account: Account) => Account = (account) => account,
): ResponseData {
  const complete = (data: ResponseData) => validateResponse(operation, describeError(operation.id, data));
  const account = findAccount(request, operation.id, accounts);
  if (!account) return complete(unauthorized(operation));
  const { headers, url } = request;
  const read = validateRequest(operation, { path, query: new URL(url).search, headers, body });
  if ("rejection" in read) return complete(read.rejection);
  try {
    return complete(callHandler(operation, { input: read.input, url }, handlers, choose(account)));
  } catch (error) {
    throw toContractError(operation.id, operation.success, error);
  }
}

/** The account of a request for an operation; without required credentials, that of the sandbox itself. */
function findAccount(request: Request, id: OperationId, accounts: Accounts): Account | undefined {
  for (const key of readKeys(request, id)) {
    const account = key === undefined ? accounts.own() : accounts.find(key);
    if (account) return account;
  }
  return undefined;
}

function unauthorized({ responses }: OperationContract): ResponseData {
  const what = apiKeyHeader === "" ? "credential is missing or" : `${apiKeyHeader} header is missing or its key is`;
  return errorResponse(responses.choose([401, 403]) ?? 403, `The ${what} invalid.`);
}

/** Without a handler, the response comes from the contract. */
function callHandler(
  operation: OperationContract,
  { input, url }: { readonly input: object; readonly url: string },
  handlers: Handlers,
  account: Account,
): ResponseData {
  const { id } = operation;
  const show = (): ResponseData =>
    exampleResponse({ id, ...operationTable[id], ...operationContracts[id] }, input, account.seed);
  const list = { input, url, showBody: () => show().body };
  // Validation has shown that the input is that of this operation; the compiler cannot follow that through a variable
  // ID.
  const handler = handlers[id] as Handler<OperationId> | undefined;
  if (!handler) return isPaged(operation) ? createExamplePage(operation, list) : show();
  const output: unknown = handler(input as never, account);
  if (output instanceof HandlerError) return errorResponse(output.status, output.message);
  if (isPaged(operation) && isList(output)) return createPage(operation, output, list);
  const status = statusFor(operation, output);
  if (output === undefined) return { status };
  const isWhole = operation.responses.get(status)?.format === "binary";
  return { status, body: isList(output) && !isWhole ? { elements: output } : { value: output } };
}

/** Of several successes, the first that the output matches. */
function statusFor({ success, successes, responses }: OperationContract, output: unknown): number {
  if (successes.length === 1) return success;
  const matches = (status: number): boolean => {
    const response = responses.get(status);
    if (output === undefined || !response?.check) return output === undefined && !response?.check;
    return isList(output) ? response.checkElement !== undefined : response.check(output) === undefined;
  };
  return successes.find(matches) ?? success;
}

function isList(output: unknown): output is Iterable<unknown> {
  return typeof output === "object" && output !== null && Symbol.iterator in output;
}
