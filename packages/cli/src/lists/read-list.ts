import type { ServiceformClient } from "@serviceform/client";
import { type Condition, type JsonRecord, maskRecord, matches } from "@serviceform/records";
import type { OperationId } from "@serviceform/types";
import type { ListFlags } from "../flags/list-flags.js";

export interface ListRequest {
  readonly operationId: OperationId;
  readonly schema: string;
  readonly input: { readonly [key: string]: unknown };
  readonly flags: ListFlags;
  readonly signal: AbortSignal | undefined;
}

/** The records of a list that the flags keep, one at a time; after `--limit` the download is cancelled. */
export async function* readList(client: ServiceformClient, request: ListRequest): AsyncGenerator<JsonRecord> {
  const { schema, flags } = request;
  const { where = [], limit = Number.POSITIVE_INFINITY, redact = false } = flags;
  let count = 0;
  for await (const record of openStream(client, request)) {
    if (!keeps(record, where, schema)) continue;
    yield redact ? maskRecord(record, schema) : record;
    count += 1;
    if (count >= limit) return;
  }
}

function openStream(client: ServiceformClient, { operationId, input, signal }: ListRequest): AsyncIterable<JsonRecord> {
  // The operation is known at run time alone.
  const streams = client.stream as unknown as {
    readonly [id: string]: (input: object, options: object) => AsyncIterable<JsonRecord>;
  };
  const open = streams[operationId];
  if (!open) throw new Error(`${operationId} is no list`);
  return open(input, { signal });
}

function keeps(record: JsonRecord, where: readonly Condition[], schema: string): boolean {
  return where.length === 0 || matches(record, where, schema);
}
