import { assertRedaction } from "../assert-redaction.js";
import { parseChatState } from "../engine/chat-state.js";
import type { Settings } from "../options.js";
import { type ParsedRecord, parseRecord } from "../record/parse-record.js";
import { streams, type TableName } from "../streams.js";
import { listTables } from "./list-tables.js";
import { readPages } from "./read-pages.js";

/**
 * Differences between mirror and API, by stream: keys that only the API has, keys that only the mirror has, and keys
 * whose records differ.
 */
export interface VerifyReport {
  readonly [stream: string]: {
    readonly missing: readonly string[];
    readonly extra: readonly string[];
    readonly different: readonly string[];
  };
}

/** The number of records that are compared at once. */
const BATCH_SIZE = 1000;

/**
 * Reads the API again and compares it with the mirror, whose tables do not change. Only the differences are kept in
 * memory.
 */
export async function verify(settings: Settings, signal: AbortSignal | undefined): Promise<VerifyReport> {
  await settings.target.open("read");
  await assertRedaction(settings);
  const report: Record<string, VerifyReport[string]> = {};
  for (const stream of settings.streams) {
    const messages = settings.messages || (await hasMessages(settings));
    for (const { table, elements } of listTables({ ...settings, messages }, stream, signal)) {
      report[table] = await compare(settings, table, elements);
    }
  }
  return report;
}

/** Whether the last run stored the chats with their messages: without them, every chat would differ. */
async function hasMessages({ target, account }: Settings): Promise<boolean> {
  const { state } = await target.readState({ account, table: "chats" });
  return parseChatState(state)?.messages === true;
}

async function compare(
  { target, account, redact }: Settings,
  table: TableName,
  elements: AsyncIterable<unknown>,
): Promise<VerifyReport[string]> {
  const stream = { account, table };
  const missing = new Set<string>();
  const different = new Set<string>();
  await target.startComparison(stream);
  for await (const batch of inBatches(parseAll(table, elements, redact))) {
    const compared = await target.compare(stream, [...batch.values()]);
    for (const id of batch.keys()) {
      // Of two versions of a record, the last is used.
      missing.delete(id);
      different.delete(id);
    }
    for (const id of compared.missing) missing.add(id);
    for (const id of compared.different) different.add(id);
  }

  const extra: string[] = [];
  const pages = readPages((page) => target.readExtra(stream, page));
  for await (const { id } of pages) extra.push(id);
  return { missing: [...missing], extra, different: [...different] };
}

async function* parseAll(
  table: TableName,
  elements: AsyncIterable<unknown>,
  redact: Settings["redact"],
): AsyncGenerator<ParsedRecord> {
  for await (const element of elements) {
    const record = parseRecord(streams[table], element, redact);
    if ("id" in record) yield record;
  }
}

async function* inBatches(records: AsyncIterable<ParsedRecord>): AsyncGenerator<Map<string, ParsedRecord>> {
  let batch = new Map<string, ParsedRecord>();
  for await (const record of records) {
    batch.set(record.id, record);
    if (batch.size < BATCH_SIZE) continue;
    yield batch;
    batch = new Map();
  }
  yield batch;
}
