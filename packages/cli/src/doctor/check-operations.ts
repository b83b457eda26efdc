import type { ServiceformClient } from "@serviceform/client";
import { type Issue, validators } from "@serviceform/client/validate";
import type { JsonRecord } from "@serviceform/records";
import { invokeOperation, streamOperation } from "@serviceform/records/client-methods";
import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { operations, schemas } from "@serviceform/types/describe";
import { type CheckResult, toFailure } from "./check-result.js";

/**
 * Calls every operation that does not write, and validates one record of each. An operation that needs the ID of a record
 * follows the list that has one.
 */
export async function* checkOperations(
  client: ServiceformClient,
  signal?: AbortSignal,
  // The keys are the operation IDs, which `Object.keys` types as `string`.
  all = Object.keys(operationTable) as readonly OperationId[],
): AsyncGenerator<CheckResult> {
  const ids: IdsByPath = new Map();
  const waiting = new Set(all.filter((operationId) => !operationTable[operationId].writes));
  const isReady = (operationId: OperationId) => readInput(operationId, ids) !== undefined;
  const choose = () => [...waiting].find(isReady) ?? [...waiting][0];
  for (let next = choose(); next !== undefined; next = choose()) {
    waiting.delete(next);
    yield await checkOperation(client, { operationId: next, operation: operationTable[next], ids, signal });
  }
}

/** The ID of one record of each list, by the path of the list. */
type IdsByPath = Map<string, string>;

interface Check {
  readonly operationId: OperationId;
  readonly operation: Operation;
  readonly ids: IdsByPath;
  readonly signal: AbortSignal | undefined;
}

async function checkOperation(client: ServiceformClient, check: Check): Promise<CheckResult> {
  const { operationId, operation, ids, signal } = check;
  const { noun, verb, element } = operations[operationId];
  const name = `${noun} ${verb}`;
  const warn = (message: string): CheckResult => ({ status: "warn", check: name, message });
  if (operation.responseBody === "events") return warn("not called, since its events may never end");
  const input = readInput(operationId, ids);
  if (input === undefined) return warn("not called, since no record or example to call it with was found");
  try {
    const record = await readRecord(client, check, input);
    if (record === undefined) return { status: "ok", check: name, message: "the list is empty" };
    const key = element === undefined ? undefined : schemas[element as keyof typeof schemas]?.key;
    if (key !== undefined) ids.set(operation.path, String(Object(record)[key]));
    const validator = element === undefined ? validators[operationId].output : validators[operationId].element;
    return describeRecord(name, validator.validate(record));
  } catch (error) {
    if (signal?.aborted) throw error;
    return toFailure(name, error);
  }
}

/**
 * The required input: for the path from the lists above it, else the example of the contract. Undefined if a value is
 * missing.
 */
function readInput(operationId: OperationId, ids: IdsByPath): JsonRecord | undefined {
  const { path, pathKeys, required }: Operation = operationTable[operationId];
  const { properties } = operations[operationId].input;
  const entries = required.map((key) => {
    const [example] = Object(Object(properties)[key]).examples ?? [];
    return [key, pathKeys.includes(key) ? ids.get(path.slice(0, path.indexOf(`/{${key}}`))) : example] as const;
  });
  const input = Object.fromEntries(entries);
  return required.every((key) => input[key] !== undefined) ? input : undefined;
}

/** The first record of a list, after which the download is cancelled, or the result of the call. */
async function readRecord(client: ServiceformClient, check: Check, input: JsonRecord): Promise<unknown> {
  const { operationId, signal } = check;
  if (operations[operationId].element === undefined) return invokeOperation(client, operationId, input, { signal });
  for await (const record of streamOperation(client, operationId, input, { signal })) return record;
  return undefined;
}

function describeRecord(check: string, issues: readonly Issue[]): CheckResult {
  const [issue] = issues;
  if (!issue) return { status: "ok", check, message: "a record matches the contract" };
  const more = issues.length === 1 ? "" : `, and ${issues.length - 1} more`;
  return { status: "warn", check, message: `a record differs from the contract: ${issue.message}${more}` };
}
