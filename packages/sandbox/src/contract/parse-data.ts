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

/**
 * Validates lists that take the place of the seed data.
 *
 * @throws {TypeError} naming the first value that does not keep to the contract
 */
export function parseData(data: unknown): Partial<Store> {
  const isObject = typeof data === "object" && data !== null && !Array.isArray(data);
  const entries = isObject ? Object.entries(data) : [];
  if (!isObject || !entries.every(([name, list]) => Object.hasOwn(operations, name) && Array.isArray(list)))
    throw new TypeError("data must be an object with lists of spaces, items, leads or chats");
  for (const [name, list] of entries) assertElements(name as keyof Store, list);
  return data as Partial<Store>;
}

function assertElements(name: keyof Store, list: readonly unknown[]): void {
  const { responses, success } = operationContract(operations[name]);
  const check = responses.get(success)?.checkElement;
  for (const [index, element] of list.entries()) {
    const issue = check?.(element);
    if (issue)
      throw new TypeError(`data must keep to the contract: ${name}/${index}${issue.path} ${messageFor(issue)}`);
  }
}
