import type { TableName } from "../streams.js";
import type { Page } from "./target.js";

// For every database: parameters are `$1`, `$2`, ….

export const LAST_RUNS = `select r.* from run r
join (select max(run) as run from run group by account, stream) l on l.run = r.run order by r.account, r.run`;

/** For an account and stream: the last run that ended by a moment. */
export const LAST_RUN_BY =
  "select coalesce(max(run), 0) as value from run where account = $1 and stream = $2 and ended <= $3";

/**
 * For an account: the records that were live after run `$2`. Each table is read in the order of its keys and no further
 * than a page, since PostgreSQL would sort both as a whole for each page.
 */
export function renderVersions(table: TableName, page: Page): string {
  const select = (name: string, isLive: string): string =>
    `select * from (select id, doc from ${name} where account = $1 and ${isLive} and doc is not null ${renderPage("id", page, "$3")}) p`;
  return `select id, cast(doc as text) as doc from (
${select(`_${table}_history`, "from_run <= $2 and to_run > $2")}
union all ${select(`_${table}`, "changed_run <= $2 and deleted_run is null")}) v order by id limit ${page.limit}`;
}

/** For an account: the changes of the runs after `$2`, with the versions at that time and now. */
export function renderChangesSince(table: TableName, page: Page): string {
  return `select r.id, r.first_run, cast(h.doc as text) as before,
case when r.deleted_run is null then cast(r.doc as text) end as after, case when r.doc is null then 1 else 0 end as erased
from _${table} r left join _${table}_history h
on h.account = r.account and h.id = r.id and h.from_run <= $2 and h.to_run > $2
where r.account = $1 and (r.changed_run > $2 or r.deleted_run > $2) ${renderPage("r.id", page, "$3")}`;
}

/** The end of a statement: the rows of a page, whose start an index finds. The last parameter is the key before it. */
export function renderPage(id: string, { after, limit }: Page, last: `$${number}`): string {
  return `${after === undefined ? "" : `and ${id} > ${last} `}order by ${id} limit ${limit}`;
}
