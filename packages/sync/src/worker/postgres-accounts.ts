import { quoteName } from "../target/dialect.js";
import type { Account, AccountStore } from "./account.js";
import { openPool } from "./open-pool.js";

/** The accounts in the table `account` of the mirror's own schema. */
export async function postgresAccounts(connectionString: string, schema = "serviceform"): Promise<AccountStore> {
  const pool = await openPool(connectionString, MAX_CONNECTIONS);
  const table = `${quoteName(schema)}.account`;

  async function find(account: string): Promise<Account | undefined> {
    const { rows } = await pool.query<Row>(`select ${COLUMNS} from ${table} where account = $1`, [account]);
    return rows[0] && toAccount(rows[0]);
  }

  async function list(): Promise<readonly Account[]> {
    const sql = `select ${COLUMNS} from ${table} where key_ref is not null order by account`;
    return (await pool.query<Row>(sql)).rows.map(toAccount);
  }

  async function put(accounts: readonly Account[]): Promise<void> {
    await pool.query(
      `insert into ${table} (account, key_ref, agency, base_url, added)
       select account, "keyRef", "group", "baseUrl", now()
         from jsonb_to_recordset($1::jsonb) as given (account text, "keyRef" text, "group" text, "baseUrl" text)
       on conflict (account) do update
         set key_ref = excluded.key_ref, agency = excluded.agency, base_url = excluded.base_url`,
      [JSON.stringify(accounts)],
    );
  }

  async function setPaused(account: string, paused: Date | null, reason: string | null): Promise<void> {
    const sql = `update ${table} set paused = $2, paused_reason = $3 where account = $1`;
    const { rowCount } = await pool.query(sql, [account, paused, reason]);
    if (rowCount === 0) throw new Error(`unknown account "${account}"`);
  }

  return {
    list,
    find,
    put,
    pause: (account, reason) => setPaused(account, new Date(), reason),
    resume: (account) => setPaused(account, null, null),
    close: () => pool.end(),
  };
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
