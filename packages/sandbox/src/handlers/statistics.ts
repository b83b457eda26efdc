import type { AgentStatistics, Chat, ChatStatistics } from "@serviceform/types";
import { chatsBetween } from "./chats.js";
import { type Handler, HandlerError } from "./handler.js";

type Metrics = {
  readonly [Name in keyof ChatStatistics]-?: (chats: readonly Chat[]) => NonNullable<ChatStatistics[Name]>;
};

/** The figures by their names in the contract. A metric that is added there is asked for here by the compiler. */
const figures: Metrics = {
  totalChats: (chats) => chats.length,
  averageResponseTime,
  satisfactionScore,
  chatsByAgent,
  chatsBySource: (chats) => count(chats.flatMap(({ source }) => source ?? [])),
  chatDurations: (chats) => ({ ...noDurations, ...count(chats.map(durationRange)) }),
};

const noDurations = { "0-5 minutes": 0, "5-10 minutes": 0, "10+ minutes": 0 };

export const getChatStatistics: Handler<"getChatStatistics"> = ({ startTime, endTime, metrics }, { store }) => {
  const names = metrics ?? Object.keys(figures);
  const unknown = names.find((name) => !Object.hasOwn(figures, name));
  if (unknown !== undefined) {
    return new HandlerError(
      400,
      `There is no metric ${JSON.stringify(unknown)}; there are ${Object.keys(figures).join(", ")}.`,
    );
  }
  const chats = chatsBetween(store.chats, startTime, endTime);
  return Object.fromEntries(
    Object.entries(figures)
      .filter(([name]) => names.includes(name))
      .map(([name, compute]) => [name, compute(chats)]),
  );
};

/** The mean of what the chats state as the time between their messages; 0 without chats. */
function averageResponseTime(chats: readonly Chat[]): number {
  const times = chats.flatMap(({ avgBetweenMsg }) => avgBetweenMsg ?? []);
  return round(times.reduce((total, time) => total + time, 0) / Math.max(times.length, 1), 1);
}

/** Invented, since no chat carries a score: 5 for an answer at once, a point less for every minute of waiting. */
function satisfactionScore(chats: readonly Chat[]): number {
  return chats.length === 0 ? 0 : round(Math.max(5 - averageResponseTime(chats) / 60, 1), 2);
}

function chatsByAgent(chats: readonly Chat[]): AgentStatistics[] {
  const groups = new Map<string, Chat[]>();
  for (const chat of chats) {
    if (chat.agentId === undefined) continue;
    const group = groups.get(chat.agentId);
    if (group) group.push(chat);
    else groups.set(chat.agentId, [chat]);
  }
  return [...groups].sort(byName).map(([agentId, own]) => {
    const agentName = own[0]?.agentName;
    return {
      agentId,
      ...(agentName !== undefined && { agentName }),
      totalChats: own.length,
      averageResponseTime: averageResponseTime(own),
    };
  });
}

function durationRange({ history = [] }: Chat): keyof typeof noDurations {
  const seconds = (history.at(-1)?.timestamp ?? 0) - (history[0]?.timestamp ?? 0);
  if (seconds < 300) return "0-5 minutes";
  return seconds < 600 ? "5-10 minutes" : "10+ minutes";
}

function count(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(byName));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
