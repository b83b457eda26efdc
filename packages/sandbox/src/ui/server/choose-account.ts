import type { SandboxInternals } from "../../create-sandbox.js";

/**
 * The sandbox with the key of the account whose number is in the URL, counted from 1. Without a number the sandbox is
 * returned unchanged; undefined if the account does not exist. Keys never appear in URLs.
 */
export function chooseAccount(open: SandboxInternals, { searchParams }: URL): SandboxInternals | undefined {
  const number = searchParams.get("account");
  if (number === null) return open;
  const apiKey = [...open.api.accounts.seeds.keys()][Number(number) - 1];
  return apiKey === undefined ? undefined : { ...open, apiKey };
}
