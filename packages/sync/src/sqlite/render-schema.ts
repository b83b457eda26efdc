import { renderTables } from "../target/render-tables.js";
import { renderViews } from "../target/render-views.js";
import { sqliteDialect } from "./sqlite-dialect.js";

/** The statements for tables, which are kept, and views, which are recreated. */
export function renderSqliteSchema(): string[] {
  return [
    ...renderTables(sqliteDialect),
    "create table if not exists _index (stream text not null, account text not null, id text not null, hash blob not null, deleted_run integer, primary key (stream, account, id)) without rowid",
    ...renderViews(sqliteDialect).flatMap(({ name, select }) => [
      `drop view if exists ${name}`,
      `create view ${name} as ${select}`,
    ]),
  ];
}
