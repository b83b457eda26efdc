import type { ChatStatistics } from "@serviceform/client";

/** The single figures of a range; undefined if the API leaves them out or returns null. */
export interface Figures {
  readonly chats: number | undefined;
  readonly responseTime: number | undefined;
  readonly satisfaction: number | undefined;
}

/** An average of no chats is undefined, whatever the API returns. */
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
