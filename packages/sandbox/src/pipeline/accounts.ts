import { type Account, type AccountOptions, createAccount } from "./account.js";

/** The accounts of a sandbox. */
export interface Accounts {
  /** The account of a key; undefined if there is none. */
  find(apiKey: string): Account | undefined;
  /** The seeds by key, with that of the sandbox itself first. */
  readonly seeds: ReadonlyMap<string, number>;
  /** The account of the sandbox itself. */
  own(): Account;
  /** @throws {TypeError} if there is none */
  get(apiKey: string): Account;
  /** An account without a key, with the data of another seed. */
  foreign(seed: number): Account;
  reset(): void;
}

/** Creates the accounts, each of which is filled at its first use: there can be thousands. */
export function createAccounts(
  seeds: ReadonlyMap<string, number>,
  { apiKey, data = {}, ...options }: Omit<AccountOptions, "seed"> & { readonly apiKey: string },
): Accounts {
  const accounts = new Map<string, Account>();
  const foreignAccounts = new Map<number, Account>();
  const find: Accounts["find"] = (key) => {
    const seed = seeds.get(key);
    if (seed === undefined) return undefined;
    return getOrCreate(accounts, key, () => createAccount({ ...options, seed, ...(key === apiKey && { data }) }));
  };
  const get: Accounts["get"] = (apiKey) => {
    const account = find(apiKey);
    if (!account) throw new TypeError("apiKey must be that of an account; add it to accounts");
    return account;
  };
  return {
    find,
    seeds,
    get,
    own: () => get(apiKey),
    foreign: (seed) => getOrCreate(foreignAccounts, seed, () => createAccount({ ...options, seed })),
    reset() {
      for (const account of accounts.values()) account.reset();
    },
  };
}

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}
