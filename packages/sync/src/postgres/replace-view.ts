import { quoteText } from "../target/dialect.js";
import { renderViews } from "../target/render-views.js";
import { postgresDialect } from "./postgres-dialect.js";

/**
 * A temporary procedure that brings a view up to date and keeps what others have made of it. An equal view is not
 * locked. Columns keep their places, and new ones follow, so that the view keeps its privileges, and the views of
 * others that read it; PostgreSQL would only drop its options, such as `security_invoker`. If a column is gone or of
 * another type, the view is dropped, and the new one gets options, privileges and comments of the old one.
 */
const REPLACE_VIEW = `create or replace procedure pg_temp.replace_view(name text, definition text) language plpgsql as $replace$
declare
  present regclass := to_regclass(quote_ident(name));
  next regclass;
  options text;
  columns text;
  kept text[];
  statement text;
begin
  if present is null then
    execute format('create view %I as %s', name, definition);
    return;
  end if;

  execute format('create temp view next_view as %s', definition);
  next := 'pg_temp.next_view';
  if pg_get_viewdef(next) = pg_get_viewdef(present) then
    drop view pg_temp.next_view;
    return;
  end if;

  select 'with (' || array_to_string(reloptions, ', ') || ')' into options from pg_class where oid = present;
  select string_agg(quote_ident(n.attname), ', ' order by p.attnum, n.attnum) into columns
  from pg_attribute n left join pg_attribute p on p.attrelid = present and p.attname = n.attname
  where n.attrelid = next;
  with part as (
    select 0 as number, format('view %I', name) as path, null::text as column_name, relacl as acl
    from pg_class where oid = present
    union all
    select p.attnum, format('column %I.%I', name, p.attname), format(' (%I)', p.attname), p.attacl
    from pg_attribute n join pg_attribute p on p.attrelid = present and p.attname = n.attname where n.attrelid = next
  ), restored as (
    select format('grant %s%s on %I to %s%s', a.privilege_type, column_name, name,
      case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
      case when a.is_grantable then ' with grant option' end) as sql
    from part, aclexplode(acl) a
    union all
    select format('comment on %s is %L', path, description)
    from part join pg_description on objoid = present and classoid = 'pg_class'::regclass and objsubid = number
  )
  select coalesce(array_agg(sql), '{}') into kept from restored;
  drop view pg_temp.next_view;

  begin
    execute format('create or replace view %I %s as select %s from (%s) v', name, options, columns, definition);
  exception when invalid_table_definition then
    execute format('drop view %I', name);
    execute format('create view %I %s as %s', name, options, definition);
    foreach statement in array kept loop execute statement; end loop;
  end;
end $replace$`;

/** The statements that create all views, or bring them up to date. */
export function renderPostgresViews(): string[] {
  const calls = renderViews(postgresDialect).map(
    ({ name, select }) => `call pg_temp.replace_view(${quoteText(name)}, ${quoteText(select)})`,
  );
  return [REPLACE_VIEW, ...calls];
}
