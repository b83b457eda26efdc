import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { assertMirror } from "../query/assert-mirror.js";
import type { RecordSource } from "../record/record-source.js";
import type { ListOperation } from "../tools/list-operation.js";

/** The number of rows between two pauses, in which other calls run and a cancellation is noticed. */
const ROWS_PER_TURN = 500;

/** What a mirror has of a list. */
export interface MirrorSource {
  /** Undefined if the API must be called. */
  readonly records: RecordSource["records"] | undefined;
  readonly notes: readonly string[];
}

/** The live records of a list, as of the last run, if the mirror has the whole list with its own values. */
export function readMirror(
  path: string,
  { noun }: Pick<ListOperation, "noun">,
  request: Input,
  signal: AbortSignal,
): MirrorSource {
  const database = openReadOnly(path);
  const asOf = findLastRun(database, noun);
  const isWhole = asOf !== undefined && hasWholeList(database, request);
  if (isWhole && !isRedacted(database)) {
    return {
      records: readRows(database, noun, request, signal),
      notes: [`Read ${noun} from the mirror, as of ${asOf}.`],
    };
  }
  database.close();
  const note = `Called the API instead of reading ${noun} from the mirror, whose personal values are redacted.`;
  return { records: undefined, notes: isWhole ? [note] : [] };
}

function openReadOnly(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    assertMirror(database);
    // All queries read the same state, even while a sync is writing.
    database.exec("begin");
    return database;
  } catch (error) {
    database?.close();
    // SQLite fails on a file that may not be read, or whose folder may not be written, too.
    const { errcode, message } = Object(error);
    const reason = errcode === undefined ? "" : `, and that can be opened (${message})`;
    throw new InvalidInput(`the mirror must be a file that serviceform sync writes${reason}`);
  }
}

/** The start of the last run that read the whole list; undefined if the mirror has several accounts. */
function findLastRun(database: DatabaseSync, noun: string): string | undefined {
  const { accounts } = database.prepare("select count(distinct account) as accounts from run").get() ?? {};
  if (accounts !== 1) return undefined;
  const row = database
    .prepare("select started from run where stream = ? and status = 'done' order by run desc limit 1")
    .get(noun);
  return row && new Date(String(row.started)).toISOString();
}

/**
 * Without a space, a list is complete. The list of a space is complete only if the space is known and every item names
 * its space.
 */
function hasWholeList(database: DatabaseSync, { spaceId }: Input): boolean {
  if (spaceId === undefined) return true;
  const space = database.prepare("select 1 from _spaces where id = ? and deleted_run is null").get(String(spaceId));
  const withoutSpace = database
    .prepare("select 1 from _items where deleted_run is null and doc ->> 'space_id' is null limit 1")
    .get();
  return space !== undefined && withoutSpace === undefined;
}

/** No email address or phone number is found among redacted values, and no name can be shown. */
function isRedacted(database: DatabaseSync): boolean {
  const mark = database.prepare("select 1 from state where stream = 'redaction' and state <> 'null' limit 1").get();
  return mark !== undefined;
}

async function* readRows(
  database: DatabaseSync,
  noun: string,
  { spaceId }: Input,
  signal: AbortSignal,
): AsyncGenerator<Input> {
  try {
    const where = spaceId === undefined ? "" : "and doc ->> 'space_id' = ?";
    const statement = database.prepare(
      `select doc from "_${noun}" where deleted_run is null and doc is not null ${where} order by rowid`,
    );
    let count = 0;
    for (const { doc } of statement.iterate(...(spaceId === undefined ? [] : [String(spaceId)]))) {
      count += 1;
      if (count % ROWS_PER_TURN === 0) await nextTurn();
      signal.throwIfAborted();
      yield withoutMessages(noun, JSON.parse(String(doc)));
    }
  } finally {
    database.close();
  }
}

/** The API lists chats without their messages unless they are requested; a mirror can have them. */
function withoutMessages(noun: string, record: Input): Input {
  if (noun !== "chats") return record;
  const { history: _, ...chat } = record;
  return chat;
}
