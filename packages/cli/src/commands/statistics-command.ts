import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import { choice, connectionFlags, jsonFlag, parsed } from "../flags/connection-flags.js";
import { fileName, time } from "../flags/parsers.js";
import type { StatisticsFlags } from "../statistics/show-statistics.js";

/** Shows chat statistics over time. */
export function statisticsCommand(): Command<Context> {
  return defineCommand<StatisticsFlags>({
    brief: "Show chats over time",
    description: "Shows chats a day, week or month, with agents and sources.",
    flags: {
      from: parsed("start of the range (default: 30d)", "TIME", time),
      to: parsed("end of the range (default: now)", "TIME", time),
      by: choice("the size of a bucket (default: day)", ["day", "week", "month"]),
      html: parsed("writes a page with charts to this file, without scripts", "FILE", fileName),
      ...connectionFlags,
      ...jsonFlag,
    },
    load: async () => (await import("../statistics/show-statistics.js")).showStatistics,
  });
}
