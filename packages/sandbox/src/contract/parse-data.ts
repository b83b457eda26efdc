import type { OperationId } from "@serviceform/types";
import type { Store } from "../seed-data/create-store.js";
import { operationContract } from "./operation-contract.js";
import { messageFor } from "./validator.js";

/** The list operation whose elements each list of a store holds. */
const operations: { readonly [Name in keyof Store]: OperationId } = {
  spaces: "listSpaces",
  items: "listItems",
  leads: "listLeads",
  chats: "listChats",
};

const NAMES = "spaces, items, leads or chats";

/**
 * Validates lists that replace the seed data.
 * @throws {TypeError} naming the first value that violates the contract
 */
export function parseData(data: unknown): Partial<Store> {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new TypeError(`data must be an object with lists of ${NAMES}`);
  for (const [name, list] of Object.entries(data)) {
    if (!isName(name)) throw new TypeError(`unknown list ${JSON.stringify(name)} in data; expected ${NAMES}`);
    if (!Array.isArray(list)) throw new TypeError(`data must have a list of ${name}`);
    assertElements(name, list);
  }
  // A list of another sandbox may be generated while it is read, which `structuredClone` rejects.
  return Object.fromEntries(Object.entries(data).map(([name, list]) => [name, [...list]])) as Partial<Store>;
}

function isName(name: string): name is keyof Store {
  return Object.hasOwn(operations, name);
}

function assertElements(name: keyof Store, list: readonly unknown[]): void {
  const { responses, success } = operationContract(operations[name]);
  const check = responses.get(success)?.checkElement;
  for (const [index, element] of list.entries()) {
    const issue = check?.(element);
    if (issue) throw new TypeError(`data must match the contract: ${name}/${index}${issue.path} ${messageFor(issue)}`);
  }
}
