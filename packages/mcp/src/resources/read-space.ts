import { isRecord } from "@serviceform/records";
import { apiContract } from "../contract.js";
import type { Input } from "../input/validate-input.js";
import { viewRecord } from "../record/view-record.js";
import type { ToolCall } from "../tools/tool.js";

/** A space of the account; undefined if the account has none with this ID. */
export async function readSpace(
  spaceId: string,
  { client, settings, signal }: Pick<ToolCall, "client" | "settings" | "signal">,
): Promise<Input | undefined> {
  for await (const space of client.stream.listSpaces({}, { signal })) {
    if (isRecord(space) && space.id === spaceId) return viewRecord(apiContract.schemas, "Space", space, settings);
  }
  return undefined;
}
