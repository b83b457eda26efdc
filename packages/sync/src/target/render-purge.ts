import { TABLE_NAMES, type TableName } from "../streams.js";
import type { Dialect } from "./dialect.js";
import type { Person } from "./target.js";

/** The tables in which `uid` is the ID of a visitor; in items it is the ID of a user. */
const VISITOR_TABLES: readonly TableName[] = ["leads", "chats"];

/** A statement with the account as `$1` and, if it is used, the value that identifies the person as `$2`. */
export interface PurgeStatement {
  readonly sql: string;
  readonly uses: "account" | "value" | "both";
}

/** All versions of all records, including deleted ones. */
function versionsOf(table: TableName): string {
  return `(select account, id, doc from _${table} union all select account, id, doc from _${table}_history) v`;
}

/** Collects the records of a person in the temporary tables `purged` and `purged_uid`, then removes them. */
export function renderPurge(
  person: Person,
  dialect: Dialect,
): {
  readonly statements: readonly PurgeStatement[];
  readonly value: string;
} {
  const { statements, value } = renderMatch(person, dialect);
  const uids = VISITOR_TABLES.map(
    (table): PurgeStatement => ({
      uses: "account",
      sql: `insert into purged_uid select doc ->> 'uid' from ${versionsOf(table)} where account = $1 and doc ->> 'uid' <> '' and id in (select id from purged where stream = '${table}')`,
    }),
  );
  const visitors = VISITOR_TABLES.map(
    (table): PurgeStatement => ({
      uses: "account",
      sql: `insert into purged select '${table}', id from ${versionsOf(table)} where account = $1 and doc ->> 'uid' in (select uid from purged_uid)`,
    }),
  );
  return { statements: [...statements, ...uids, ...visitors], value };
}

function renderMatch(
  person: Person,
  dialect: Dialect,
): { readonly statements: readonly PurgeStatement[]; readonly value: string } {
  if ("uid" in person) {
    return { value: person.uid, statements: [{ uses: "value", sql: "insert into purged_uid values ($1)" }] };
  }
  if ("email" in person) {
    const records = TABLE_NAMES.map(
      (table) => `insert into purged select '${table}', id from ${versionsOf(table)} where ${hasEmail(dialect)}`,
    );
    // A rejected record is in no table of records, but its visitor may have others.
    const rejected = VISITOR_TABLES.map(
      (table) =>
        `insert into purged_uid select doc ->> 'uid' from _rejected where stream = '${table}' and doc ->> 'uid' <> '' and ${hasEmail(dialect)}`,
    );
    const statements = [...records, ...rejected].map((sql): PurgeStatement => ({ uses: "both", sql }));
    return { value: person.email, statements };
  }
  const [table, value] = "lead" in person ? (["leads", person.lead] as const) : (["chats", person.chat] as const);
  const sql = `insert into purged select '${table}', id from ${versionsOf(table)} where account = $1 and id = $2`;
  return { value, statements: [{ uses: "both", sql }] };
}

function hasEmail({ renderFolded }: Dialect): string {
  return `account = $1 and ${renderFolded("doc ->> 'email'")} = ${renderFolded("$2")}`;
}

/** Removes the collected records; runs after `renderPurge`. */
export function renderRemoval(person: Person, dialect: Dialect): PurgeStatement[] {
  const isGathered = (table: TableName): string =>
    `account = $1 and id in (select id from purged where stream = '${table}')`;
  const remove = TABLE_NAMES.flatMap((table): PurgeStatement[] => [
    { uses: "account", sql: `delete from _${table} where ${isGathered(table)}` },
    { uses: "account", sql: `delete from _${table}_history where ${isGathered(table)}` },
  ]);
  const ofVisitor = "account = $1 and doc ->> 'uid' in (select uid from purged_uid)";
  const ofEmail: PurgeStatement = {
    uses: "both",
    sql: `delete from _rejected where ${hasEmail(dialect)}`,
  };
  return [
    ...remove,
    { uses: "account", sql: `delete from _rejected where ${ofVisitor}` },
    ...("email" in person ? [ofEmail] : []),
  ];
}
