import { readTime } from "@serviceform/records";
import { apiContract } from "../contract.js";
import type { Input } from "../input/validate-input.js";

/** A range in epoch milliseconds, with both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The statistics that the contract defines by fields of a chat. Only the API knows the others. */
interface ChatCounts {
  totalChats: number;
  readonly agents: Map<string, { agentName: unknown; totalChats: number }>;
  readonly sources: Map<string, number>;
}

/** The statistics of ranges, in their order, counted in one pass over the chats, as in `ChatStatistics`. */
export async function countChats(chats: AsyncIterable<Input>, ranges: readonly Range[]): Promise<Input[]> {
  const counted = ranges.map((range) => ({ range, counts: createCounts() }));
  for await (const chat of chats) {
    const time = timeOf(chat);
    for (const { range, counts } of counted) if (time >= range.from && time <= range.to) add(counts, chat);
  }
  return counted.map(({ counts }) => toStatistics(counts));
}

function createCounts(): ChatCounts {
  return { totalChats: 0, agents: new Map(), sources: new Map() };
}

/** The time that the ranges of the API apply to; a chat without it is in no range. */
function timeOf(chat: Input): number {
  const { time = "", fields = {} } = apiContract.schemas.Chat ?? {};
  return readTime(chat[time], fields[time] ?? {}) ?? Number.NaN;
}

function add(counts: ChatCounts, { agentId, agentName, source }: Input): void {
  counts.totalChats += 1;
  if (typeof source === "string") counts.sources.set(source, (counts.sources.get(source) ?? 0) + 1);
  if (typeof agentId !== "string") return;
  const agent = counts.agents.get(agentId) ?? { agentName: undefined, totalChats: 0 };
  agent.agentName ??= agentName;
  agent.totalChats += 1;
  counts.agents.set(agentId, agent);
}

function toStatistics({ totalChats, agents, sources }: ChatCounts): Input {
  return {
    totalChats,
    chatsByAgent: [...agents].sort(byKey).map(([agentId, agent]) => ({ agentId, ...agent })),
    chatsBySource: Object.fromEntries([...sources].sort(byKey)),
  };
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
