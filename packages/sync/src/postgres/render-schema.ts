import { quoteName } from "../target/dialect.js";
import { renderTables } from "../target/render-tables.js";
import { postgresDialect, TO_TIME } from "./postgres-dialect.js";
import { renderPostgresViews } from "./replace-view.js";

/** Sets the schema of unqualified names. */
export function renderSearchPath(schema: string): string {
  return `set search_path to ${quoteName(schema)}`;
}

export function renderCreateSchema(schema: string): string {
  return `create schema if not exists ${quoteName(schema)}`;
}

/** The statements for what the schema keeps: tables, and a function of its views. */
export function renderPostgresTables(): string[] {
  return [...renderTables(postgresDialect), IDENTITY, TO_TIME];
}

/**
 * `_rejected` is the only table without a primary key: if a publication has all tables, PostgreSQL rejects deletions
 * from it. Set once, since even to repeat it would wait for all readers of the table.
 */
const IDENTITY = `do $identity$ begin
if (select relreplident from pg_class where oid = '_rejected'::regclass) <> 'f' then
alter table _rejected replica identity full; end if; end $identity$`;

/** The statements that create tables and views, or bring them up to date. */
export function renderPostgresSchema(schema: string): string[] {
  return [renderCreateSchema(schema), renderSearchPath(schema), ...renderPostgresTables(), ...renderPostgresViews()];
}
