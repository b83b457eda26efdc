import type { ChatStatistics } from "@serviceform/client";

/** The single figures of a range; what the API leaves out, or gives as null, is undefined. */
export interface Figures {
  readonly chats: number | undefined;
  readonly responseTime: number | undefined;
  readonly satisfaction: number | undefined;
}

/** Averages of no chats are undefined, whatever the API gives. */
export function readFigures({ totalChats, averageResponseTime, satisfactionScore }: ChatStatistics): Figures {
  const chats = toNumber(totalChats);
  return {
    chats,
    responseTime: chats === 0 ? undefined : toNumber(averageResponseTime),
    satisfaction: chats === 0 ? undefined : toNumber(satisfactionScore),
  };
}

export function toNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
