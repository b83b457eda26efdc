import { apiKeyHeader, type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { toContractError } from "../contract/contract-error.js";
import type { OperationContract } from "../contract/operation-contract.js";
import { validateRequest } from "../contract/validate-request.js";
import { validateResponse } from "../contract/validate-response.js";
import { exampleResponse } from "../examples/example-response.js";
import type { HandlerContext } from "../handlers/handler.js";
import { type Handler, HandlerError, type Handlers } from "../handlers/handler.js";
import type { RequestBody } from "../http/read-body.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";

/** A request that has found its operation. */
export interface OperationRequest {
  readonly operation: OperationContract;
  readonly path: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly body: RequestBody;
}

/** What carries operations out. */
export interface Api {
  readonly apiKey: string;
  /** Decides what examples are made. */
  readonly seed: number;
  readonly handlers: Handlers;
  readonly world: HandlerContext;
}

/** Carries an operation out: the key first, then the input, then the handler, then the check of what it answers. */
export function runOperation({ operation, path, request, body }: OperationRequest, api: Api): ResponseData {
  if (request.headers.get(apiKeyHeader) !== api.apiKey) {
    const status = operation.responses.has(401) ? 401 : 403;
    return validateResponse(
      operation,
      errorResponse(status, `The ${apiKeyHeader} header is missing or its key is invalid.`),
    );
  }
  const query = new URL(request.url).searchParams;
  const read = validateRequest(operation, { path, query, contentType: request.headers.get("content-type"), body });
  if ("rejection" in read) return validateResponse(operation, read.rejection);
  try {
    return validateResponse(operation, handle(operation, read.input, api));
  } catch (error) {
    throw toContractError(operation.id, operation.success, error);
  }
}

/** Without a handler, the contract says what an operation responds with. */
function handle({ id, success }: OperationContract, input: object, { handlers, seed, world }: Api): ResponseData {
  // The contract has checked that the input is this operation's; the compiler cannot follow that through a variable id.
  const handler = handlers[id] as Handler<OperationId> | undefined;
  if (!handler) return exampleResponse({ id, ...operationTable[id], ...operationContracts[id] }, input, seed);
  const output = handler(input as never, world);
  if (output instanceof HandlerError) return errorResponse(output.status, output.message);
  if (output === undefined) return { status: success };
  return { status: success, body: isList(output) ? { elements: output } : { value: output } };
}

function isList(output: object): output is Iterable<unknown> {
  return Symbol.iterator in output;
}
