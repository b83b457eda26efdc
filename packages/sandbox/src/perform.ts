import { apiKeyHeader, type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { type Answer, problem } from "./contract/answer.js";
import { checkAnswer } from "./contract/check-answer.js";
import { toContractError } from "./contract/contract-error.js";
import type { OperationContract } from "./contract/operation-contract.js";
import { readInput } from "./contract/read-input.js";
import { exampleAnswer } from "./examples/example-answer.js";
import { type Handler, type Handlers, Refusal } from "./handlers/handler.js";
import type { RequestBody } from "./http/read-body.js";
import type { World } from "./world/world.js";

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
  readonly world: World;
}

/** Carries an operation out: the key first, then the input, then the handler, then the check of what it answers. */
export function perform({ operation, path, request, body }: OperationRequest, api: Api): Answer {
  if (request.headers.get(apiKeyHeader) !== api.apiKey) {
    const status = operation.responses.has(401) ? 401 : 403;
    return checkAnswer(operation, problem(status, `The ${apiKeyHeader} header is missing or its key is invalid.`));
  }
  const query = new URL(request.url).searchParams;
  const read = readInput(operation, { path, query, contentType: request.headers.get("content-type"), body });
  if ("refusal" in read) return checkAnswer(operation, read.refusal);
  try {
    return checkAnswer(operation, handle(operation, read.input, api));
  } catch (error) {
    throw toContractError(operation.id, operation.success, error);
  }
}

/** Without a handler, the contract says what an operation responds with. */
function handle({ id, success }: OperationContract, input: object, { handlers, seed, world }: Api): Answer {
  // The contract has checked that the input is this operation's; the compiler cannot follow that through a variable id.
  const handler = handlers[id] as Handler<OperationId> | undefined;
  if (!handler) return exampleAnswer({ id, ...operationTable[id], ...operationContracts[id] }, input, seed);
  const output = handler(input as never, world);
  if (output instanceof Refusal) return problem(output.status, output.message);
  if (output === undefined) return { status: success };
  return { status: success, body: isList(output) ? { elements: output } : { value: output } };
}

function isList(output: object): output is Iterable<unknown> {
  return Symbol.iterator in output;
}
