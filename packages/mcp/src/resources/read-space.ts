import { apiContract } from "../contract.js";
import type { Input } from "../input/validate-input.js";
import { viewRecord } from "../record/view-record.js";
import type { ToolCall } from "../tools/tool.js";

/** One of the spaces of the account; undefined where it has none with this ID. */
export async function readSpace(
  spaceId: string,
  { client, settings, signal }: Pick<ToolCall, "client" | "settings" | "signal">,
): Promise<Input | undefined> {
  for await (const space of client.stream.listSpaces({}, { signal })) {
    if (space.id === spaceId) return viewRecord(apiContract.schemas, "Space", { ...space }, settings);
  }
  return undefined;
}
