import type { OperationId } from "@serviceform/types";
import { readKeys } from "../contract/credentials.js";
import type { Account } from "./account.js";
import type { Accounts } from "./accounts.js";

/** The account of a request for an operation; without required credentials, that of the sandbox itself. */
export function findAccount(request: Request, id: OperationId, accounts: Accounts): Account | undefined {
  for (const key of readKeys(request, id)) {
    const account = key === undefined ? accounts.own() : accounts.find(key);
    if (account) return account;
  }
  return undefined;
}
