import { TABLE_NAMES, type TableName } from "../streams.js";
import { renderTables } from "../target/render-tables.js";
import { renderViews } from "../target/render-views.js";
import { sqliteDialect } from "./sqlite-dialect.js";

/** The statements for tables, which are kept, and views, which are recreated. */
export function renderSqliteSchema(): string[] {
  return [
    ...renderTables(sqliteDialect),
    "create table if not exists _index (stream text not null, account text not null, id text not null, hash blob not null, deleted_run integer, primary key (stream, account, id)) without rowid",
    ...TABLE_NAMES.map(renderTrigger),
    ...renderViews(sqliteDialect).flatMap(({ name, select }) => [
      `drop view if exists ${name}`,
      `create view ${name} as ${select}`,
    ]),
  ];
}

/** Also for a record that somebody deletes by hand: if the index still had it, no run would write it again. */
function renderTrigger(name: TableName): string {
  const isDeleted = `stream = '${name}' and account = old.account and id = old.id`;
  return `create trigger if not exists _${name}_index after delete on _${name} begin delete from _index where ${isDeleted}; end`;
}
