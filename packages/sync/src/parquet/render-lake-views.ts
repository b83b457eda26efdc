import { TABLE_NAMES, type TableName } from "../streams.js";
import { renderViews } from "../target/render-views.js";
import { duckdbDialect } from "./duckdb-dialect.js";

/** The statements that create views for DuckDB; their paths are relative to the folder. */
export function renderLakeViews(): string[] {
  const changes = new Set<string>(TABLE_NAMES.map((table) => `${table}_changes`));
  const views = [
    ...TABLE_NAMES.flatMap(renderTableViews),
    // Except the views of changes, which a lake reads from its files, as above.
    ...renderViews(duckdbDialect).filter(({ name }) => !changes.has(name)),
  ];
  return views.map(({ name, select }) => `create or replace view ${name} as ${select}`);
}

/** A view of all changes, and a view of the latest version of each key with the columns of a database table. */
function renderTableViews(table: TableName): { readonly name: string; readonly select: string }[] {
  const files = `read_parquet('${table}/*/*/part-*.parquet', hive_partitioning = false)`;
  const version = "partition by account, id order by run";
  return [
    {
      name: `${table}_changes`,
      select: `select account, id, run, op, case when op in ('update', 'delete') then lag(doc) over (${version}) end as before, doc as after from ${files}`,
    },
    {
      name: `_${table}`,
      select: `select account, id, (arg_max(doc, run) filter (where op <> 'delete'))::json as doc, min(run) as first_run, max(run) filter (where op <> 'delete') as changed_run, case when arg_max(op, run) = 'delete' then max(run) end as deleted_run from ${files} group by account, id`,
    },
  ];
}
