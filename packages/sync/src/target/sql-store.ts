import type { Dialect } from "./dialect.js";
import { MAX_KNOWN } from "./max-known.js";
import { LAST_RUN_BY, LAST_RUNS, renderChangesSince, renderPage, renderVersions } from "./read-queries.js";
import { REDACTION } from "./redaction-mark.js";
import { renderKeys, renderUnseen } from "./render-keys.js";
import type { Session } from "./session.js";
import type { ChangeRow, Page, RunRow, StreamKey, StreamState, VersionRow } from "./target.js";
import { toRunRow } from "./to-run-row.js";

/** What a mirror does by the same statements in every database. */
export abstract class SqlStore {
  protected abstract readonly session: Session;
  protected abstract readonly dialect: Dialect;

  async readState({ account, table }: StreamKey): Promise<StreamState> {
    // In the order of the primary key, so that no more than these rows are read.
    const { rows } = await this.session.query<{ state: string | null; known: unknown }>(
      `select (select cast(state as text) from state where account = $1 and stream = '${table}') as state,
(select count(*) from (select 1 from ${renderKeys(table, this.dialect)} order by i.id limit ${MAX_KNOWN}) r) as known`,
      [account],
    );
    const { state = null, known } = rows[0] ?? {};
    return { state: state === null ? undefined : JSON.parse(state), known: Number(known) };
  }

  async readRedaction(account: string): Promise<string | null | undefined> {
    const { rows } = await this.session.query<{ state: string }>(
      `select cast(state as text) as state from state where account = $1 and stream = '${REDACTION}'`,
      [account],
    );
    return rows[0] && JSON.parse(rows[0].state);
  }

  countLive({ account, table }: StreamKey): Promise<number> {
    const keys = renderKeys(table, this.dialect);
    return this.#readNumber(`select count(*) as value from ${keys} and i.deleted_run is null`, account);
  }

  countUnseen({ account, table }: StreamKey): Promise<number> {
    const keys = renderKeys(table, this.dialect);
    return this.#readNumber(`select count(*) as value from ${keys} and ${renderUnseen("i", table, "seen")}`, account);
  }

  async readStatus(): Promise<readonly RunRow[]> {
    return (await this.session.query(LAST_RUNS)).rows.map(toRunRow);
  }

  findRun({ account, table }: StreamKey, ended: string): Promise<number> {
    return this.#readNumber(LAST_RUN_BY, account, table, ended);
  }

  readVersions({ account, table }: StreamKey, run: number, page: Page): Promise<readonly VersionRow[]> {
    return this.#readPage(renderVersions(table, page), page, account, run);
  }

  async readChanges({ account, table }: StreamKey, since: number, page: Page): Promise<readonly ChangeRow[]> {
    const rows = await this.#readPage<ChangeRow>(renderChangesSince(table, page), page, account, since);
    return rows.map((row) => ({ ...row, first_run: Number(row.first_run) }));
  }

  readExtra({ account, table }: StreamKey, page: Page): Promise<readonly { readonly id: string }[]> {
    const keys = renderKeys(table, this.dialect);
    const isExtra = renderUnseen("i", table, "compared");
    return this.#readPage(`select i.id from ${keys} and ${isExtra} ${renderPage("i.id", page, "$2")}`, page, account);
  }

  async #readNumber(sql: string, ...values: readonly unknown[]): Promise<number> {
    const { rows } = await this.session.query(sql, values);
    return Number(rows[0]?.value);
  }

  async #readPage<Row>(sql: string, { after }: Page, ...values: readonly unknown[]): Promise<readonly Row[]> {
    return (await this.session.query<Row>(sql, after === undefined ? values : [...values, after])).rows;
  }
}
