import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { type Input, samples } from "./samples.js";

/** Calls a list and returns its elements. */
export type CallList = (id: OperationId, input: Input) => Promise<readonly unknown[]>;

/**
 * An input with what has to be given, for an API that holds other records than the examples: `{leadId}` after `/leads` is
 * named by the first element that `/leads` lists. What no list names is as in the example.
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

/** Reading first and deleting last, so that each call still finds what it names. */
export function inOrder(ids: readonly OperationId[]): OperationId[] {
  const rank = ({ method, writes }: Operation) => (method === "DELETE" ? 2 : writes ? 1 : 0);
  return [...ids].sort((one, other) => rank(operationTable[one]) - rank(operationTable[other]));
}

function listAt(path: string): OperationId | undefined {
  const lists = Object.entries(operationTable).filter(
    ([, { responseBody, writes }]) => responseBody === "array" && !writes,
  );
  return lists.find(([, operation]) => operation.path === path)?.[0] as OperationId | undefined;
}

/** By the property that is called like the parameter, else by what names an element of the list. */
function nameOf(element: unknown, key: string, list: OperationId): unknown {
  const { [key]: own, [samples[list].key ?? "id"]: name } = Object(element) as Record<string, unknown>;
  return own ?? name;
}
