import type { TableName } from "../streams.js";

// For every database: parameters are `$1`, `$2`, ….

export const LAST_RUNS = `select r.* from run r
join (select max(run) as run from run group by account, stream) l on l.run = r.run order by r.account, r.run`;

/** For an account and stream: the last run that ended by a moment. */
export const LAST_RUN_BY =
  "select coalesce(max(run), 0) as value from run where account = $1 and stream = $2 and ended <= $3";

/** For an account: the records that were live after run `$2`, after key `$3`. */
export function renderVersions(table: TableName): string {
  return `select id, cast(doc as text) as doc from (
select id, doc from _${table}_history where account = $1 and from_run <= $2 and to_run > $2
union all select id, doc from _${table} where account = $1 and changed_run <= $2 and deleted_run is null) v
where doc is not null and (cast($3 as text) is null or id > $3) order by id limit $4`;
}

/** For an account: the changes of the runs after `$2`, with the versions at that time and now, after key `$3`. */
export function renderChangesSince(table: TableName): string {
  return `select r.id, r.first_run, cast(h.doc as text) as before,
case when r.deleted_run is null then cast(r.doc as text) end as after, case when r.doc is null then 1 else 0 end as erased
from _${table} r left join _${table}_history h
on h.account = r.account and h.id = r.id and h.from_run <= $2 and h.to_run > $2
where r.account = $1 and (r.changed_run > $2 or r.deleted_run > $2) and (cast($3 as text) is null or r.id > $3) order by r.id limit $4`;
}
