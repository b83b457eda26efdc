import type { OperationId } from "@serviceform/types";
import { operations, schemas } from "@serviceform/types/describe";

/** What `streams` takes; `items` brings the spaces. */
export type StreamName = "leads" | "chats" | "items";

/** What is stored: a table each. */
export type TableName = StreamName | "spaces";

/** How the contract describes a list. */
export interface StreamDescription {
  readonly name: TableName;
  readonly operationId: OperationId;
  /** The schema of an element, a key of `schemas`. */
  readonly element: string;
  /** The field that identifies a record. */
  readonly key: string;
  /** The field that dates it. */
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

/** The list operation with that noun, and the key and time of its elements. */
function describeStream(name: TableName): StreamDescription {
  // `Object.entries` forgets the names of keys.
  const entries = Object.entries(operations) as [OperationId, (typeof operations)[OperationId]][];
  const [operationId, operation] = entries.find(([, { noun, verb }]) => noun === name && verb === "list") ?? [];
  const element = operation?.element;
  const schema = element === undefined ? undefined : schemas[element];
  if (!operationId || !element || !schema?.key) throw new Error(`the contract has no list of ${name}`);
  return { name, operationId, element, key: schema.key, time: schema.time };
}

/** The tables that a stream fills. */
export function tablesOf(stream: StreamName): readonly TableName[] {
  return stream === "items" ? ["spaces", "items"] : [stream];
}
