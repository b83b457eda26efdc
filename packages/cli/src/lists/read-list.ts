import type { ServiceformClient } from "@serviceform/client";
import { type Condition, counted, isRecord, type JsonRecord, maskRecord, matches } from "@serviceform/records";
import { streamOperation } from "@serviceform/records/client-methods";
import type { OperationId } from "@serviceform/types/describe";
import type { ListFlags } from "../flags/list-flags.js";
import type { Io } from "../io.js";
import { warn } from "../output/warn.js";

export interface ListRequest {
  readonly operationId: OperationId;
  readonly schema: string;
  readonly input: { readonly [key: string]: unknown };
  readonly flags: ListFlags & { readonly quiet?: boolean };
  readonly io: Io;
}

/**
 * The records of a list that match the flags, one at a time; after `--limit` the download is cancelled. Elements that
 * are no objects have no fields: they are left out, with a warning.
 */
export async function* readList(client: ServiceformClient, request: ListRequest): AsyncGenerator<JsonRecord> {
  const { operationId, schema, input, flags, io } = request;
  const { where = [], limit = Number.POSITIVE_INFINITY, redact = false } = flags;
  let count = 0;
  let others = 0;
  for await (const record of streamOperation(client, operationId, input, { signal: io.signal })) {
    if (!isRecord(record)) {
      others += 1;
      continue;
    }
    if (!keeps(record, where, schema)) continue;
    yield redact ? maskRecord(record, schema) : record;
    count += 1;
    if (count >= limit) break;
  }
  if (others > 0) warn(io, flags, `warning: left out ${counted(others, "elements")} of the list without fields`);
}

function keeps(record: JsonRecord, where: readonly Condition[], schema: string): boolean {
  return where.length === 0 || matches(record, where, schema);
}
