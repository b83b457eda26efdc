import type { CallToolResult } from "@modelcontextprotocol/server";
import { apiContract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { countChats, type Range } from "../mirror/count-chats.js";
import { viewRecord } from "../record/view-record.js";
import { renderData } from "../response/render-data.js";
import { closed } from "./closed.js";
import { findListOperations } from "./list-operation.js";
import { findInMirror } from "./read-records.js";
import { readStream } from "./read-stream.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

const TIME = { type: "string", format: "date-time" };

/** A range includes both ends, so the preceding period ends a second earlier. */
const SECOND_MS = 1000;

/** The chat figures of a period beside those of the preceding period of the same length. */
export const compareStatistics: Tool = {
  name: "compare_statistics",
  description: "Chat figures from `from` to `to`, of the equal period before, and the change in percent.",
  input: closed({ from: TIME, to: TIME }, ["from", "to"]),
  annotations: READ_ONLY,
  run: compare,
};

async function compare(input: Input, call: ToolCall): Promise<CallToolResult> {
  const [from, to] = [Date.parse(String(input.from)), Date.parse(String(input.to))];
  if (from >= to) throw new InvalidInput("from must be earlier than to");

  const ranges = [
    { from, to },
    { from: from - SECOND_MS - (to - from), to: from - SECOND_MS },
  ];
  const { statistics, notes } = await readStatistics(ranges, call);
  const [current = {}, previous = {}] = statistics;
  const [period, before] = ranges.map((range, index) => ({
    ...toInput(range),
    ...viewRecord(apiContract.schemas, "ChatStatistics", statistics[index] ?? {}, call.settings),
  }));
  return renderData({ period, before, change: percentages(current, previous) }, call.settings.maxBytes, notes);
}

interface Statistics {
  /** The statistics of each range. */
  readonly statistics: readonly Input[];
  readonly notes: readonly string[];
}

const LISTS = findListOperations(apiContract);
const IN_API = "get_chat_statistics has averageResponseTime, satisfactionScore and chatDurations, which no mirror has.";

/** Counts the chats of the mirror, if there is one and it has them, else requests the statistics of the API. */
async function readStatistics(ranges: readonly Range[], call: ToolCall): Promise<Statistics> {
  const { records, notes } = await findInMirror(readStream(LISTS, "chats", {}).list, {}, call);
  if (records) return { statistics: await countChats(records, ranges), notes: [...notes, IN_API] };

  const { client, signal } = call;
  const requests = ranges.map(async (range) => ({ ...(await client.getChatStatistics(toInput(range), { signal })) }));
  return { statistics: await Promise.all(requests), notes };
}

function toInput({ from, to }: Range): { readonly startTime: string; readonly endTime: string } {
  return { startTime: new Date(from).toISOString(), endTime: new Date(to).toISOString() };
}

/** The change of each figure in percent, to one decimal; null if there was nothing before. */
function percentages(current: Input, previous: Input): Record<string, number | null> {
  const changes = Object.entries(current).flatMap(([name, value]) => {
    const before = previous[name];
    if (typeof value !== "number" || typeof before !== "number") return [];
    return [[name, before === 0 ? null : Math.round(((value - before) / before) * 1000) / 10]];
  });
  return Object.fromEntries(changes);
}
