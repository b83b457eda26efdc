import type { Input } from "../input/validate-input.js";
import { streamOperation } from "./client-methods.js";
import type { ListOperation } from "./list-operation.js";
import type { ToolCall } from "./tool.js";

/** All records of a list, and what a response has to state about them. */
export interface RecordSource {
  readonly records: AsyncIterable<Input>;
  readonly notes: readonly string[];
}

/** Reads a list from the mirror where one is given and holds it, else from the API. */
export async function readRecords(
  list: ListOperation,
  request: Input,
  { client, settings, signal }: Pick<ToolCall, "client" | "settings" | "signal">,
): Promise<RecordSource> {
  if (settings.mirror !== undefined) {
    // Loaded when used: older versions of Node.js have no SQLite.
    const { readMirror } = await import("../mirror/read-mirror.js");
    const mirrored = readMirror(settings.mirror, list, request, signal);
    if (mirrored)
      return { records: mirrored.records, notes: [`Read ${list.noun} from the mirror, as of ${mirrored.asOf}.`] };
  }
  return { records: streamOperation(client, list.operationId, request, { signal }), notes: [] };
}
