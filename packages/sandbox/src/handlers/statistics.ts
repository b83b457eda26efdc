import type { AgentStatistics, Chat, ChatStatistics } from "@serviceform/types";
import { newestFirst } from "./chats.js";
import { type Handler, HandlerError } from "./handler.js";

/** A figure that is computed chat by chat, so that a million chats need no memory. */
interface Metric<Value> {
  add(chat: Chat): void;
  value(): Value;
}

type Metrics = { readonly [Name in keyof ChatStatistics]-?: () => Metric<NonNullable<ChatStatistics[Name]>> };

/** The figures by their names in the contract. The compiler requires one for each metric of the contract. */
const metricsByName: Metrics = {
  totalChats,
  averageResponseTime,
  satisfactionScore,
  chatsByAgent,
  chatsBySource: () => countBy(({ source }) => source),
  chatDurations: () => countBy(durationRange, DURATION_RANGES),
};

export const getChatStatistics: Handler<"getChatStatistics"> = ({ startTime, endTime, metrics }, { store }) => {
  const names = metrics ?? Object.keys(metricsByName);
  const unknown = names.find((name) => !Object.hasOwn(metricsByName, name));
  if (unknown !== undefined) {
    const known = Object.keys(metricsByName).join(", ");
    return new HandlerError(400, `Metric ${JSON.stringify(unknown)} does not exist; expected ${known}.`);
  }
  const chosen = Object.entries(metricsByName)
    .filter(([name]) => names.includes(name))
    .map(([name, create]) => [name, create()] as const);
  for (const chat of newestFirst(store.chats, startTime, endTime)) for (const [, metric] of chosen) metric.add(chat);
  return Object.fromEntries(chosen.map(([name, metric]) => [name, metric.value()]));
};

function totalChats(): Metric<number> {
  let total = 0;
  return {
    add() {
      total += 1;
    },
    value: () => total,
  };
}

/** The mean of the times between messages in the chats; 0 without chats. */
function averageResponseTime(): Metric<number> {
  let [sum, count] = [0, 0];
  return {
    add({ avgBetweenMsg }) {
      if (avgBetweenMsg === undefined) return;
      sum += avgBetweenMsg;
      count += 1;
    },
    value: () => round(sum / Math.max(count, 1), 1),
  };
}

/** Generated, since no chat has a score: 5 for an immediate response, a point less for every minute. */
function satisfactionScore(): Metric<number> {
  const [total, average] = [totalChats(), averageResponseTime()];
  return {
    add(chat) {
      total.add(chat);
      average.add(chat);
    },
    value: () => (total.value() === 0 ? 0 : round(Math.max(5 - average.value() / 60, 1), 2)),
  };
}

function chatsByAgent(): Metric<AgentStatistics[]> {
  const agents = new Map<string, { name?: string | undefined; total: Metric<number>; average: Metric<number> }>();
  return {
    add(chat) {
      if (chat.agentId === undefined) return;
      const agent = agents.get(chat.agentId) ?? { total: totalChats(), average: averageResponseTime() };
      agents.set(chat.agentId, agent);
      agent.name ??= chat.agentName;
      agent.total.add(chat);
      agent.average.add(chat);
    },
    value: () =>
      [...agents].sort(byName).map(([agentId, { name, total, average }]) => ({
        agentId,
        ...(name !== undefined && { agentName: name }),
        totalChats: total.value(),
        averageResponseTime: average.value(),
      })),
  };
}

const DURATION_RANGES = ["0-5 minutes", "5-10 minutes", "10+ minutes"] as const;

function durationRange({ history = [] }: Chat): (typeof DURATION_RANGES)[number] {
  const seconds = (history.at(-1)?.timestamp ?? 0) - (history[0]?.timestamp ?? 0);
  if (seconds < 300) return "0-5 minutes";
  return seconds < 600 ? "5-10 minutes" : "10+ minutes";
}

/** Counts the names of chats. The given names come first, even with a count of 0. */
function countBy(
  nameOf: (chat: Chat) => string | undefined,
  names: readonly string[] = [],
): Metric<Record<string, number>> {
  const named = new Map(names.map((name) => [name, 0]));
  const others = new Map<string, number>();
  return {
    add(chat) {
      const name = nameOf(chat);
      if (name === undefined) return;
      const counts = named.has(name) ? named : others;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    value: () => Object.fromEntries([...named, ...[...others].sort(byName)]),
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
