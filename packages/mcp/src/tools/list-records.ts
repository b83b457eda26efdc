import type { CallToolResult } from "@modelcontextprotocol/server";
import { isRecord, matches } from "@serviceform/records";
import { streamOperation } from "@serviceform/records/client-methods";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { parseConditions } from "../record/parse-conditions.js";
import { parseFields } from "../record/parse-fields.js";
import { viewRecord } from "../record/view-record.js";
import { leftOutNotes } from "../response/left-out-notes.js";
import { createListPage } from "../response/list-page.js";
import type { ListOperation } from "./list-operation.js";
import { DEFAULT_LIMIT } from "./list-parameters.js";
import type { ToolCall } from "./tool.js";

/** Responds with one page of a list. The download is cancelled when the page is full. */
export async function listRecords(operation: ListOperation, input: Input, call: ToolCall): Promise<CallToolResult> {
  const { fields, where = [], limit = DEFAULT_LIMIT, cursor, ...parameters } = input as ListInput;
  const { client, settings, session, signal } = call;
  const conditions = parseConditions(operation, where, settings);
  const shownFields = parseFields(operation, fields);
  const page = createListPage(settings.maxBytes, limit);

  const origin = renderOrigin(operation, parameters, where);
  const shown = cursor === undefined ? new Set<string>() : session.cursors.read(cursor, origin);
  if (!shown)
    throw new InvalidInput("cursor is unknown, of another list or older than 10 minutes; start again without it");

  // The API keeps the newest records, so its limit is used only if it does all of the filtering: records that `where`
  // excludes must not count.
  const apiLimit = operation.hasLimit && where.length === 0 ? shown.size + limit : undefined;
  const request = apiLimit === undefined ? parameters : { ...parameters, limit: apiLimit };
  let received = 0;
  let others = 0;
  let total = 0;
  for await (const record of streamOperation(client, operation.operationId, request, { signal })) {
    received += 1;
    if (!isRecord(record)) {
      others += 1;
      continue;
    }
    if (!matches(record, conditions, operation.element, operation.schemas)) continue;
    total += 1;
    const key = String(record[operation.key] ?? JSON.stringify(record));
    if (shown.has(key)) continue;
    if (!page.add(key, viewRecord(operation.schemas, operation.element, record, settings, shownFields))) break;
  }
  const isComplete = !page.isFull() && received !== apiLimit;
  const nextCursor = isComplete ? undefined : session.cursors.create(origin, page.keys(), cursor);
  const notes = leftOutNotes(operation.noun, others);
  return page.render({ total: isComplete ? total : undefined, nextCursor, notes });
}

/** The call that a cursor belongs to, in whatever order an assistant names the parameters. */
function renderOrigin({ operationId }: ListOperation, parameters: Input, where: readonly Input[]): string {
  const conditions = where.map(({ field, op, value }) => [field, op, value]);
  return JSON.stringify([operationId, Object.entries(parameters).sort(), conditions]);
}

interface ListInput extends Input {
  readonly fields?: readonly string[];
  readonly where?: readonly Input[];
  readonly limit?: number;
  readonly cursor?: string;
}
