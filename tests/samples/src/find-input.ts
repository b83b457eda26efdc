import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { type Input, samples } from "./samples.js";

/** Calls a list and returns its elements. */
export type CallList = (id: OperationId, input: Input) => Promise<readonly unknown[]>;

/**
 * The required input for an API whose records differ from the examples: `{leadId}` after `/leads` is
 * the ID of the first element of `/leads`. Other values are those of the example.
 */
export async function findInput(id: OperationId, callList: CallList): Promise<Input> {
  const { path, pathKeys } = operationTable[id];
  const found: Record<string, unknown> = {};
  for (const key of pathKeys) {
    const list = listAt(path.slice(0, path.indexOf(`/{${key}}`)));
    const [element] = list === undefined ? [] : await callList(list, { ...samples[list].least, ...found });
    found[key] = (list && nameOf(element, key, list)) ?? samples[id].least[key];
  }
  return { ...samples[id].least, ...found };
}

/** Reads first and deletions last, so that each call finds its record. */
export function inOrder(ids: readonly OperationId[]): OperationId[] {
  const rank = ({ method, writes }: Operation) => (method === "DELETE" ? 2 : Number(writes));
  return [...ids].sort((one, other) => rank(operationTable[one]) - rank(operationTable[other]));
}

function listAt(path: string): OperationId | undefined {
  const lists = Object.entries(operationTable).filter(
    ([, { responseBody, writes }]) => responseBody === "array" && !writes,
  );
  return lists.find(([, operation]) => operation.path === path)?.[0] as OperationId | undefined;
}

/** The property with the name of the parameter, else the one that identifies an element of the list. */
function nameOf(element: unknown, key: string, list: OperationId): unknown {
  const { [key]: own, [samples[list].key ?? "id"]: name } = Object(element) as Record<string, unknown>;
  return own ?? name;
}
