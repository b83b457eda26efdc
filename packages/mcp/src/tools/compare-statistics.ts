import type { CallToolResult } from "@modelcontextprotocol/server";
import { apiContract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { viewRecord } from "../record/view-record.js";
import { renderData } from "../response/render-data.js";
import { closed } from "./closed.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

const TIME = { type: "string", format: "date-time" };

/** Both ends of a range are included, so the period before ends a second earlier. */
const SECOND_MS = 1000;

/** Chat figures of a period beside the equal period before it. */
export const compareStatistics: Tool = {
  name: "compare_statistics",
  description: "Chat figures from `from` to `to`, of the equal period before, and the change in percent.",
  input: closed({ from: TIME, to: TIME }, ["from", "to"]),
  annotations: READ_ONLY,
  run: compare,
};

async function compare(input: Input, { client, settings, signal }: ToolCall): Promise<CallToolResult> {
  const [from, to] = [Date.parse(String(input.from)), Date.parse(String(input.to))];
  if (from >= to) throw new InvalidInput("from must be earlier than to");

  const period = toRange(from, to);
  const before = toRange(from - SECOND_MS - (to - from), from - SECOND_MS);
  const [current, previous] = await Promise.all([
    client.getChatStatistics(period, { signal }),
    client.getChatStatistics(before, { signal }),
  ]);
  const view = (statistics: object): Input =>
    viewRecord(apiContract.schemas, "ChatStatistics", statistics as Input, settings);
  const change = percentages({ ...current }, { ...previous });
  const result = { period: { ...period, ...view(current) }, before: { ...before, ...view(previous) }, change };
  return renderData(result, settings.maxBytes);
}

function toRange(from: number, to: number): { readonly startTime: string; readonly endTime: string } {
  return { startTime: new Date(from).toISOString(), endTime: new Date(to).toISOString() };
}

/** The change of each figure in percent, to one decimal; null where there was nothing before. */
function percentages(current: Input, previous: Input): Record<string, number | null> {
  const changes = Object.entries(current).flatMap(([name, value]) => {
    const before = previous[name];
    if (typeof value !== "number" || typeof before !== "number") return [];
    return [[name, before === 0 ? null : Math.round(((value - before) / before) * 1000) / 10]];
  });
  return Object.fromEntries(changes);
}
