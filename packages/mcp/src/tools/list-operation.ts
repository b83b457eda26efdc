import type { Contract } from "../contract.js";

/** An operation that returns an array, with the description of its elements. */
export interface ListOperation {
  readonly operationId: string;
  readonly noun: string;
  readonly schemas: Contract["schemas"];
  /** The schema of an element. */
  readonly element: string;
  /** The field that identifies an element. */
  readonly key: string;
  /** Whether the operation has its own limit, which is not that of a page. */
  readonly hasLimit: boolean;
  /** The required parameters. */
  readonly required: readonly string[];
}

/** The operation as a list, if its elements have a key. */
export function toListOperation(
  { operations, schemas, table }: Contract,
  operationId: string,
): ListOperation | undefined {
  const { noun, element, input } = operations[operationId] ?? {};
  const key = element === undefined ? undefined : schemas[element]?.key;
  if (noun === undefined || element === undefined || key === undefined) return undefined;

  const isPaged = table[operationId]?.pagination !== undefined;
  const hasLimit = !isPaged && Object.hasOwn(Object(input?.properties), "limit");
  const required = (input?.required ?? []) as readonly string[];
  return { operationId, noun, schemas, element, key, hasLimit, required };
}

/** All lists of the contract. */
export function findListOperations(contract: Contract): ListOperation[] {
  return Object.keys(contract.operations).flatMap((id) => toListOperation(contract, id) ?? []);
}
