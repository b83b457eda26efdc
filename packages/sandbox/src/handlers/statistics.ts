import type { AgentStatistics, Chat, ChatStatistics } from "@serviceform/types";
import { newestFirst } from "./chats.js";
import { type Handler, HandlerError } from "./handler.js";

type Metrics = { readonly [Name in keyof ChatStatistics]-?: (figures: Figures) => NonNullable<ChatStatistics[Name]> };

/** The figures by their names in the contract. The compiler requires one for each metric of the contract. */
const metricsByName: Metrics = {
  totalChats: ({ all }) => all.chats,
  averageResponseTime: ({ all }) => averageSeconds(all),
  // Generated, since no chat has a score: 5 for an immediate response, a point less for every minute.
  satisfactionScore: ({ all }) => (all.chats === 0 ? 0 : round(Math.max(5 - averageSeconds(all) / 60, 1), 2)),
  chatsByAgent: ({ byAgent }) => [...byAgent].sort(byName).map(toAgentStatistics),
  chatsBySource: ({ bySource }) => Object.fromEntries([...bySource].sort(byName)),
  chatDurations: ({ byDuration }) => Object.fromEntries(byDuration),
};

export const getChatStatistics: Handler<"getChatStatistics"> = ({ startTime, endTime, metrics }, { store }) => {
  const names = metrics ?? Object.keys(metricsByName);
  const unknown = names.find((name) => !Object.hasOwn(metricsByName, name));
  if (unknown !== undefined) {
    const known = Object.keys(metricsByName).join(", ");
    return new HandlerError(400, `Metric ${JSON.stringify(unknown)} does not exist; expected ${known}.`);
  }
  const figures = addUp(newestFirst(store.chats, startTime, endTime));
  const chosen = Object.entries(metricsByName).filter(([name]) => names.includes(name));
  return Object.fromEntries(chosen.map(([name, read]) => [name, read(figures)]));
};

interface Tally {
  chats: number;
  /** The sum of the times between messages, in seconds, and the number of chats that have such a time. */
  seconds: number;
  timed: number;
}

interface AgentTally extends Tally {
  name?: string | undefined;
}

interface Figures {
  readonly all: Tally;
  readonly byAgent: Map<string, AgentTally>;
  readonly bySource: Map<string, number>;
  readonly byDuration: Map<string, number>;
}

/** Adds up chat by chat, so that a million chats need no memory. */
function addUp(chats: Iterable<Chat>): Figures {
  const all = emptyTally();
  const byAgent: Figures["byAgent"] = new Map();
  const bySource = new Map<string, number>();
  // The ranges come in this order, even with a count of 0.
  const byDuration = new Map(["0-5 minutes", "5-10 minutes", "10+ minutes"].map((range) => [range, 0]));
  for (const chat of chats) {
    const { agentId, agentName, source } = chat;
    add(all, chat);
    count(byDuration, durationRange(chat));
    if (source !== undefined) count(bySource, source);
    if (agentId === undefined) continue;
    const agent = byAgent.get(agentId) ?? emptyTally();
    byAgent.set(agentId, agent);
    agent.name ??= agentName;
    add(agent, chat);
  }
  return { all, byAgent, bySource, byDuration };
}

function emptyTally(): AgentTally {
  return { chats: 0, seconds: 0, timed: 0 };
}

function add(tally: Tally, { avgBetweenMsg }: Chat): void {
  tally.chats += 1;
  if (avgBetweenMsg === undefined) return;
  tally.seconds += avgBetweenMsg;
  tally.timed += 1;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function durationRange({ history = [] }: Chat): string {
  const seconds = (history.at(-1)?.timestamp ?? 0) - (history[0]?.timestamp ?? 0);
  if (seconds < 300) return "0-5 minutes";
  return seconds < 600 ? "5-10 minutes" : "10+ minutes";
}

function toAgentStatistics([agentId, { name, ...tally }]: [string, AgentTally]): AgentStatistics {
  const agentName = name === undefined ? {} : { agentName: name };
  return { agentId, ...agentName, totalChats: tally.chats, averageResponseTime: averageSeconds(tally) };
}

/** The mean of the times between messages in the chats; 0 without chats. */
function averageSeconds({ seconds, timed }: Tally): number {
  return round(seconds / Math.max(timed, 1), 1);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
