import type { SandboxInternals } from "../../create-sandbox.js";

/**
 * The sandbox with the key of the account whose number the address has, counted from 1; as it is where the address has
 * none, undefined where there is no such account. Keys stay out of addresses.
 */
export function chooseAccount(open: SandboxInternals, { searchParams }: URL): SandboxInternals | undefined {
  const number = searchParams.get("account");
  if (number === null) return open;
  const apiKey = [...open.api.accounts.seeds.keys()][Number(number) - 1];
  return apiKey === undefined ? undefined : { ...open, apiKey };
}
