import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import { connectionFlags, jsonFlag } from "../flags/connection-flags.js";
import { fileName, time } from "../flags/parsers.js";
import type { StatisticsFlags } from "../statistics/show-statistics.js";

/** Shows chat statistics over time. */
export function statisticsCommand(): Command<Context> {
  const moment = (brief: string) => ({ kind: "parsed", parse: time, optional: true, brief, placeholder: "TIME" });
  return defineCommand<StatisticsFlags>({
    brief: "shows chats over time",
    description: "Shows chats a day, week or month, with agents and sources.",
    flags: {
      from: moment("start of the range (default: 30d)"),
      to: moment("end of the range (default: now)"),
      by: {
        kind: "enum",
        values: ["day", "week", "month"],
        optional: true,
        brief: "the size of a bucket (default: day)",
      },
      html: {
        kind: "parsed",
        parse: fileName,
        optional: true,
        brief: "writes a page with charts to this file, without scripts",
        placeholder: "FILE",
      },
      ...connectionFlags,
      ...jsonFlag,
    },
    load: async () => (await import("../statistics/show-statistics.js")).showStatistics,
  });
}
