import type { ChatStatistics } from "@serviceform/client";
import type { Io } from "../io.js";
import { bold } from "../output/color.js";
import { display, fit } from "../output/display.js";
import type { BucketStatistics } from "./buckets.js";

const NAME_WIDTH = 24;
const NUMBER_WIDTH = 8;
const PLOT_HEIGHT = 10;
/** What the plot needs for its axis. */
const AXIS_WIDTH = 12;

/** Chats a bucket as a plot, then agents and sources. */
export async function renderTerminal(
  buckets: readonly BucketStatistics[],
  total: ChatStatistics,
  io: Io,
): Promise<string> {
  const chats = buckets.map(({ totalChats = 0 }) => totalChats);
  const { default: plot } = await import("simple-ascii-chart");
  const first = buckets[0]?.from.slice(0, 10) ?? "";
  const last = buckets.at(-1)?.to.slice(0, 10) ?? "";
  const points = chats.map((count, index): [number, number] => [index + 1, count]);
  const width = Math.max(20, Math.min(points.length * 4, (io.stdout.columns ?? 80) - AXIS_WIDTH));
  const figure = points.length > 1 ? plot(points, { width, height: PLOT_HEIGHT }) : "";
  return [
    bold(`Chats from ${first} to ${last}: ${total.totalChats ?? 0}`, io),
    figure,
    `Average time to a response: ${total.averageResponseTime ?? "-"} s, satisfaction: ${total.satisfactionScore ?? "-"} of 5`,
    table(
      "Agents",
      (total.chatsByAgent ?? []).map((agent) => [agent.agentName ?? agent.agentId, agent.totalChats ?? 0]),
      io,
    ),
    table("Sources", Object.entries(total.chatsBySource ?? {}), io),
  ]
    .join("\n\n")
    .concat("\n");
}

function table(title: string, rows: readonly (readonly [string, unknown])[], io: Io): string {
  const lines = rows.map(
    ([name, count]) => `${fit(display(name), NAME_WIDTH)}${display(count).padStart(NUMBER_WIDTH)}`,
  );
  return [bold(title, io), ...lines].join("\n");
}
