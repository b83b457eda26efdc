import type { OperationId } from "@serviceform/types";
import { readKeys } from "../contract/credentials.js";
import type { Account } from "./account.js";
import type { Accounts } from "./accounts.js";

/** The account that a request may use for an operation; what needs no key is that of the sandbox itself. */
export function findAccount(request: Request, id: OperationId, accounts: Accounts): Account | undefined {
  for (const key of readKeys(request, id)) {
    const account = key === undefined ? accounts.own() : accounts.find(key);
    if (account) return account;
  }
  return undefined;
}
