import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { TableName } from "../streams.js";

/** The prepared statements for the records of one table. */
export interface TableStatements {
  readonly see: StatementSync;
  readonly probe: StatementSync;
  readonly insert: StatementSync;
  readonly writeIndex: StatementSync;
  readonly update: StatementSync;
  readonly find: StatementSync;
  readonly findLive: StatementSync;
  readonly archive: StatementSync;
  readonly findArchived: StatementSync;
  readonly unarchive: StatementSync;
}

export function prepareStatements(database: DatabaseSync, table: TableName): TableStatements {
  const prepare = (sql: string): StatementSync => database.prepare(sql);
  return {
    see: prepare(`insert or ignore into temp.seen (stream, id) values ('${table}', ?)`),
    probe: prepare(`select hash, deleted_run from _index where stream = '${table}' and account = ? and id = ?`),
    insert: prepare(
      `insert into _${table} (account, id, hash, doc, source_time, first_run, changed_run) values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    writeIndex: prepare(
      `insert into _index (stream, account, id, hash) values ('${table}', ?, ?, ?) on conflict do update set hash = excluded.hash, deleted_run = null`,
    ),
    update: prepare(
      `update _${table} set hash = ?, doc = ?, source_time = ?, changed_run = ?, deleted_run = null where account = ? and id = ?`,
    ),
    find: prepare(`select hash, changed_run from _${table} where account = ? and id = ?`),
    findLive: prepare(`select doc from _${table} where account = ? and id = ? and deleted_run is null`),
    archive: prepare(
      `insert into _${table}_history (account, id, from_run, to_run, op, doc) select account, id, changed_run, ?, 'update', doc from _${table} where account = ? and id = ?`,
    ),
    findArchived: prepare(
      `select from_run, doc from _${table}_history where account = ? and id = ? and to_run = ? and op = 'update'`,
    ),
    unarchive: prepare(`delete from _${table}_history where account = ? and id = ? and from_run = ?`),
  };
}
