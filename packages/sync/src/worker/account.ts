/** An account of a fleet. Its key stays where `keyRef` says, never in the database. */
export interface Account {
  readonly account: string;
  /** Where the key is: `env:VAR`, `file:PATH` or `command:CMD`. */
  readonly keyRef: string;
  /** Whose share of the workers it uses, such as an agency. @default the account itself */
  readonly group?: string | undefined;
  /** @default the contract's server */
  readonly baseUrl?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly pausedReason?: string | undefined;
}

/** The accounts of a fleet. */
export interface AccountStore {
  list(): Promise<readonly Account[]>;
  find(account: string): Promise<Account | undefined>;
  /** Adds accounts, and updates those that are known. A pause stays. */
  put(accounts: readonly Account[]): Promise<void>;
  pause(account: string, reason: string): Promise<void>;
  resume(account: string): Promise<void>;
  close(): Promise<void>;
}
