/** An account of a fleet. Its key stays in the place that `keyRef` names, never in the database. */
export interface Account {
  readonly account: string;
  /** The place of the key: `env:VAR`, `file:PATH` or `command:CMD`. */
  readonly keyRef: string;
  /**
   * Accounts with the same group share their part of the workers, such as those of an agency. @default the account
   * itself
   */
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
  /** Adds accounts, and updates known ones. A paused account stays paused. */
  put(accounts: readonly Account[]): Promise<void>;
  pause(account: string, reason: string): Promise<void>;
  resume(account: string): Promise<void>;
  close(): Promise<void>;
}
