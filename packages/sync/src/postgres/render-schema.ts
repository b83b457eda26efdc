import { quoteName } from "../target/dialect.js";
import { renderTables } from "../target/render-tables.js";
import { renderViews } from "../target/render-views.js";
import { postgresDialect, TO_TIME } from "./postgres-dialect.js";

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

/** The only table without a primary key: if a publication has all tables, PostgreSQL rejects deletions from it. */
const IDENTITY = "alter table _rejected replica identity full";

/** The statements for tables, which are kept, and views, which are recreated. */
export function renderPostgresSchema(schema: string): string[] {
  const views = renderViews(postgresDialect);
  return [
    renderCreateSchema(schema),
    renderSearchPath(schema),
    ...renderPostgresTables(),
    ...views.flatMap(({ name, select }) => [`drop view if exists ${name}`, `create view ${name} as ${select}`]),
  ];
}
