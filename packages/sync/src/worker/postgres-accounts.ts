import type { Pool } from "pg";
import { pinSslMode } from "../postgres/pin-ssl-mode.js";
import type { Account, AccountStore } from "./account.js";

/** The accounts in the table `account` of the mirror's own schema. */
export async function postgresAccounts(connectionString: string, schema = "serviceform"): Promise<AccountStore> {
  const { Pool } = (await import("pg")).default;
  return new PostgresAccounts(
    new Pool({ connectionString: pinSslMode(connectionString), max: MAX_CONNECTIONS }),
    schema,
  );
}

class PostgresAccounts implements AccountStore {
  readonly #pool: Pool;
  readonly #table: string;

  constructor(pool: Pool, schema: string) {
    this.#pool = pool;
    this.#table = `"${schema.replaceAll('"', '""')}".account`;
    // If an idle connection is lost, the next query opens another.
    this.#pool.on("error", () => {});
  }

  async list(): Promise<readonly Account[]> {
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from ${this.#table} where key_ref is not null order by account`,
    );
    return rows.map(toAccount);
  }

  async find(account: string): Promise<Account | undefined> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from ${this.#table} where account = $1`, [account]);
    return rows[0] && toAccount(rows[0]);
  }

  async put(accounts: readonly Account[]): Promise<void> {
    const rows = accounts.map(({ account, keyRef, group = null, baseUrl = null }) => ({
      account,
      keyRef,
      group,
      baseUrl,
    }));
    await this.#pool.query(
      `insert into ${this.#table} (account, key_ref, agency, base_url, added)
       select account, "keyRef", "group", "baseUrl", now()
         from jsonb_to_recordset($1::jsonb) as given (account text, "keyRef" text, "group" text, "baseUrl" text)
       on conflict (account) do update
         set key_ref = excluded.key_ref, agency = excluded.agency, base_url = excluded.base_url`,
      [JSON.stringify(rows)],
    );
  }

  async pause(account: string, reason: string): Promise<void> {
    await this.#setPaused(account, new Date(), reason);
  }

  async resume(account: string): Promise<void> {
    await this.#setPaused(account, null, null);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #setPaused(account: string, paused: Date | null, reason: string | null): Promise<void> {
    const { rowCount } = await this.#pool.query(
      `update ${this.#table} set paused = $2, paused_reason = $3 where account = $1`,
      [account, paused, reason],
    );
    if (rowCount === 0) throw new Error(`unknown account "${account}"`);
  }
}

interface Row {
  readonly account: string;
  readonly key_ref: string;
  readonly agency: string | null;
  readonly base_url: string | null;
  readonly paused: Date | null;
  readonly paused_reason: string | null;
}

function toAccount({ account, key_ref, agency, base_url, paused, paused_reason }: Row): Account {
  return {
    account,
    keyRef: key_ref,
    group: agency ?? undefined,
    baseUrl: base_url ?? undefined,
    paused: paused !== null,
    pausedReason: paused_reason ?? undefined,
  };
}

const COLUMNS = "account, key_ref, agency, base_url, paused, paused_reason";
const MAX_CONNECTIONS = 4;
