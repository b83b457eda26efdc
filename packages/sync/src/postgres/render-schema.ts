import { quoteName } from "../target/dialect.js";
import { renderTables } from "../target/render-tables.js";
import { renderViews } from "../target/render-views.js";
import { postgresDialect, TO_TIME } from "./postgres-dialect.js";

/** Sets the schema of unqualified names. */
export function renderSearchPath(schema: string): string {
  return `set search_path to ${quoteName(schema)}`;
}

/** How many of the statements below create the schema itself: the first. */
export const CREATE_SCHEMA_COUNT = 1;

/** The statements for tables, which are kept, and views, which are recreated. */
export function renderPostgresSchema(schema: string): string[] {
  const views = renderViews(postgresDialect);
  return [
    `create schema if not exists ${quoteName(schema)}`,
    renderSearchPath(schema),
    ...renderTables(postgresDialect),
    TO_TIME,
    ...views.flatMap(({ name, select }) => [`drop view if exists ${name}`, `create view ${name} as ${select}`]),
  ];
}
