import { TABLE_NAMES, type TableName } from "../streams.js";
import type { Dialect } from "./dialect.js";
import type { Session } from "./session.js";
import type { Person } from "./target.js";

/** The tables in which `uid` is the ID of a visitor; in items it is the ID of a user. */
const VISITOR_TABLES: readonly TableName[] = ["leads", "chats"];

type Run = (sql: string, ...values: readonly string[]) => Promise<unknown>;

/**
 * Removes a person within a transaction; returns the number of removed records. These are collected in temporary
 * tables, which do not stay: in PostgreSQL they leave dead rows in the catalog, so that other sessions do without them.
 */
export async function purge(
  session: Session,
  { renderFolded }: Dialect,
  account: string,
  person: Person,
): Promise<number> {
  const run: Run = (sql, ...values) => session.query(sql, values);
  const hasEmail = `account = $1 and ${renderFolded("doc ->> 'email'")} = ${renderFolded("$2")}`;
  await run("create temp table purged (stream text, id text)");
  await run("create temp table purged_uid (uid text)");
  await collect(run, account, person, hasEmail);
  const { rows } = await session.query("select count(*) as removed from (select distinct stream, id from purged) p");
  await remove(run, account);
  if ("email" in person) await run(`delete from _rejected where ${hasEmail}`, account, person.email);
  await run("drop table purged");
  await run("drop table purged_uid");
  return Number(rows[0]?.removed);
}

/** Collects the records that match, then those of the same visitors. */
async function collect(run: Run, account: string, person: Person, hasEmail: string): Promise<void> {
  await collectMatches(run, account, person, hasEmail);
  for (const table of VISITOR_TABLES) {
    const isPurged = `id in (select id from purged where stream = '${table}')`;
    await run(
      `insert into purged_uid select doc ->> 'uid' from ${versionsOf(table)} where account = $1 and doc ->> 'uid' <> '' and ${isPurged}`,
      account,
    );
  }
  for (const table of VISITOR_TABLES) {
    await run(
      `insert into purged select '${table}', id from ${versionsOf(table)} where account = $1 and doc ->> 'uid' in (select uid from purged_uid)`,
      account,
    );
  }
}

async function collectMatches(run: Run, account: string, person: Person, hasEmail: string): Promise<void> {
  const collectRecords = (table: TableName, condition: string, value: string) =>
    run(`insert into purged select '${table}', id from ${versionsOf(table)} where ${condition}`, account, value);
  if ("lead" in person) await collectRecords("leads", "account = $1 and id = $2", person.lead);
  if ("chat" in person) await collectRecords("chats", "account = $1 and id = $2", person.chat);
  if ("uid" in person) await run("insert into purged_uid values ($1)", person.uid);
  if (!("email" in person)) return;

  for (const table of TABLE_NAMES) await collectRecords(table, hasEmail, person.email);
  // A rejected record is in no table of records, but its visitor may have others.
  for (const table of VISITOR_TABLES) {
    await run(
      `insert into purged_uid select doc ->> 'uid' from _rejected where stream = '${table}' and doc ->> 'uid' <> '' and ${hasEmail}`,
      account,
      person.email,
    );
  }
}

/** All versions of all records, including deleted ones. */
function versionsOf(table: TableName): string {
  return `(select account, id, doc from _${table} union all select account, id, doc from _${table}_history) v`;
}

async function remove(run: Run, account: string): Promise<void> {
  for (const table of TABLE_NAMES) {
    const isPurged = `account = $1 and id in (select id from purged where stream = '${table}')`;
    await run(`delete from _${table} where ${isPurged}`, account);
    await run(`delete from _${table}_history where ${isPurged}`, account);
  }
  await run("delete from _rejected where account = $1 and doc ->> 'uid' in (select uid from purged_uid)", account);
}
