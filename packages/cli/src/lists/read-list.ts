import type { ServiceformClient } from "@serviceform/client";
import { type Condition, type JsonRecord, maskRecord, matches } from "@serviceform/records";
import type { OperationId } from "@serviceform/types/describe";
import { streamOperation } from "../connection/client-methods.js";
import type { ListFlags } from "../flags/list-flags.js";

export interface ListRequest {
  readonly operationId: OperationId;
  readonly schema: string;
  readonly input: { readonly [key: string]: unknown };
  readonly flags: ListFlags;
  readonly signal: AbortSignal | undefined;
}

/** The records of a list that match the flags, one at a time; after `--limit` the download is cancelled. */
export async function* readList(client: ServiceformClient, request: ListRequest): AsyncGenerator<JsonRecord> {
  const { operationId, schema, input, flags, signal } = request;
  const { where = [], limit = Number.POSITIVE_INFINITY, redact = false } = flags;
  let count = 0;
  for await (const record of streamOperation(client, operationId, input, { signal })) {
    if (!keeps(record, where, schema)) continue;
    yield redact ? maskRecord(record, schema) : record;
    count += 1;
    if (count >= limit) return;
  }
}

function keeps(record: JsonRecord, where: readonly Condition[], schema: string): boolean {
  return where.length === 0 || matches(record, where, schema);
}
