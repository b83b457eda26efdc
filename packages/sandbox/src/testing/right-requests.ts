import { findInput, type Input, inOrder, samples } from "@serviceform/samples";
import { type OperationId, operationTable } from "@serviceform/types";
import { read } from "./call.js";
import { createSandbox } from "./sandbox.js";

/** A request that an operation has to carry out, with the names of what the seeded world holds. */
export interface RightRequest {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty where nothing has to be asked. */
  readonly query: string;
  readonly body: Input | undefined;
  /** What stands in the path, by the key of the parameter. */
  readonly names: Readonly<Record<string, string>>;
}

const sandbox = createSandbox();
const ids = Object.keys(operationTable) as OperationId[];

/** One for every operation: reading first, deleting last. */
export const rightRequests: readonly RightRequest[] = await Promise.all(inOrder(ids).map(findRequest));

async function findRequest(id: OperationId): Promise<RightRequest> {
  const callList = async (list: OperationId, input: Input): Promise<readonly unknown[]> => {
    const { method, path, query, body } = write(list, input);
    return read<unknown[]>(sandbox, `${method} ${path}${query}`, { body });
  };
  return write(id, await findInput(id, callList));
}

function write(id: OperationId, input: Input): RightRequest {
  const { method, path, pathKeys, queryKeys, bodyKeys } = operationTable[id];
  const pick = (keys: readonly string[]) => keys.filter((key) => Object.hasOwn(input, key));
  const query = pick(queryKeys).flatMap((key) =>
    [input[key]].flat().map((value): [string, string] => [key, String(value)]),
  );
  const names = Object.fromEntries(pathKeys.map((key) => [key, String(input[key])]));
  return {
    id,
    method,
    path: fillPath(path, names),
    query: query.length > 0 ? `?${new URLSearchParams(query)}` : "",
    body: samples[id].body && Object.fromEntries(pick(bodyKeys).map((key) => [key, input[key]])),
    names,
  };
}

export function fillPath(template: string, names: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(.+?)\}/g, (_, key: string) => encodeURIComponent(names[key] ?? ""));
}
