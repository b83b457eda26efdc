import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Contract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import { toLine } from "../input/quote.js";
import type { Input } from "../input/validate-input.js";
import { runOperation } from "./run-operation.js";
import { type ToolCall, toToolName } from "./tool.js";
import type { ToolResult } from "./tool-result.js";

/** The limit for the input, in UTF-8 bytes: IDs are shorter, and the user must see all of it. */
const MAX_INPUT = 200;

/** Deletes after the user has confirmed: through the client, or through the assistant, which passes a token. */
export async function deleteRecord(
  contract: Contract,
  operationId: string,
  { confirm: token, ...input }: Input,
  call: ToolCall,
): Promise<ToolResult> {
  const shown = toLine(input);
  if (Buffer.byteLength(shown) > MAX_INPUT) throw new InvalidInput(`the IDs must be shorter than ${MAX_INPUT} bytes`);
  const what = `${toToolName(operationId)} ${shown}`;
  const response = await call.confirm({
    operationId,
    input,
    question: `Delete for good? ${what}`,
    token: token as string | undefined,
    respondWithToken: (created) => renderConfirmation(contract, operationId, input, created, call),
  });
  if (response) return response;

  await runOperation(contract, operationId, input, call);
  return { content: [{ type: "text", text: `Deleted: ${what}.` }] };
}

/** Shows the record that would be deleted, read with its get operation. */
async function renderConfirmation(
  contract: Contract,
  operationId: string,
  input: Input,
  token: string,
  call: ToolCall,
): Promise<CallToolResult> {
  const question =
    `Nothing was deleted yet. ${toToolName(operationId)} would delete ${toLine(input)}, for good. ` +
    `Ask the user; after a yes call it again within 5 minutes with the same input and confirm: ${token}`;
  const getId = findGet(contract, operationId);
  const settings = { ...call.settings, maxBytes: call.settings.maxBytes - Buffer.byteLength(question) };
  const shown = getId === undefined ? [] : (await runOperation(contract, getId, input, { ...call, settings })).content;
  return { isError: true, content: [{ type: "text", text: question }, ...shown] };
}

/** The operation that gets the record of the same noun by the same IDs. */
function findGet({ operations }: Contract, operationId: string): string | undefined {
  const keysOf = (id: string): string => Object.keys(Object(operations[id]?.input.properties)).sort().join();
  const isGet = (id: string): boolean =>
    operations[id]?.verb === "get" && operations[id].noun === operations[operationId]?.noun;
  return Object.keys(operations).find((id) => isGet(id) && keysOf(id) === keysOf(operationId));
}
