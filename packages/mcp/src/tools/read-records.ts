import { isRecord } from "@serviceform/records";
import { streamOperation } from "@serviceform/records/client-methods";
import type { Input } from "../input/validate-input.js";
import type { MirrorSource } from "../mirror/read-mirror.js";
import type { RecordSource } from "../record/record-source.js";
import { leftOutNotes } from "../response/left-out-notes.js";
import type { ListOperation } from "./list-operation.js";
import type { ToolCall } from "./tool.js";

type Reader = Pick<ToolCall, "client" | "settings" | "signal">;

/** Reads a list from the mirror, if there is one and it has the list, else from the API. */
export async function readRecords(list: ListOperation, request: Input, reader: Reader): Promise<RecordSource> {
  const { records, notes } = await findInMirror(list, request, reader);
  if (records) return { records, notes: () => notes };

  const { client, signal } = reader;
  const elements: AsyncIterable<unknown> = streamOperation(client, list.operationId, request, { signal });
  let others = 0;
  async function* readObjects(): AsyncGenerator<Input> {
    for await (const element of elements) {
      if (isRecord(element)) yield element;
      else others += 1;
    }
  }
  return { records: readObjects(), notes: () => [...notes, ...leftOutNotes(list.noun, others)] };
}

/** Reads a list from the mirror, if there is one and it has the list. */
export async function findInMirror(
  list: ListOperation,
  request: Input,
  { settings: { mirror }, signal }: Omit<Reader, "client">,
): Promise<MirrorSource> {
  if (mirror === undefined) return { records: undefined, notes: [] };
  // Loaded when it is used: Node.js 20 has no SQLite.
  const { readMirror } = await import("../mirror/read-mirror.js");
  return readMirror(mirror, list, request, signal);
}
