import type { OperationId } from "@serviceform/types";
import { operations, schemas } from "@serviceform/types/describe";

/** The values of `streams`; `items` includes the spaces. */
export type StreamName = "leads" | "chats" | "items";

/** The names of the tables, one for each list. */
export type TableName = StreamName | "spaces";

/** The contract's description of a list. */
export interface StreamDescription {
  readonly name: TableName;
  readonly operationId: OperationId;
  /** The schema of an element, a key of `schemas`. */
  readonly element: string;
  /** The field that identifies a record. */
  readonly key: string;
  /** The field with the time of a change. */
  readonly time: string | undefined;
}

/** In the order in which a run reads them. */
export const STREAM_NAMES: readonly StreamName[] = ["leads", "chats", "items"];
export const TABLE_NAMES: readonly TableName[] = ["leads", "chats", "spaces", "items"];

export const streams: Readonly<Record<TableName, StreamDescription>> = {
  leads: describeStream("leads"),
  chats: describeStream("chats"),
  spaces: describeStream("spaces"),
  items: describeStream("items"),
};

/** The list operation for the noun, and the key and time of its elements. */
function describeStream(name: TableName): StreamDescription {
  // The keys are the operation IDs, which `Object.entries` types as `string`.
  const entries = Object.entries(operations) as [OperationId, (typeof operations)[OperationId]][];
  const [operationId, operation] = entries.find(([, { noun, verb }]) => noun === name && verb === "list") ?? [];
  const element = operation?.element;
  const schema = element === undefined ? undefined : schemas[element];
  if (!operationId || !element || !schema?.key) throw new Error(`the contract has no list of ${name}`);
  return { name, operationId, element, key: schema.key, time: schema.time };
}

/** The tables of a stream. */
export function tablesOf(stream: StreamName): readonly TableName[] {
  return stream === "items" ? ["spaces", "items"] : [stream];
}
