import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import { choice, connectionFlags, jsonFlag, number, text, toggle } from "../flags/connection-flags.js";
import type { ImportFlags } from "../import/import-items.js";

const DESCRIPTION = `Creates an item for each row of FILE.csv or FILE.ndjson, once.

FILE.ledger has the result of each row. After an interruption, run the same command again to continue. If a response was lost, the items of the space show whether the row was imported; an item with the same title that someone else creates at the same moment counts as imported.`;

/** The longest delay between two lists; a timer of Node.js has at most 24 days. */
const DAY_SECONDS = 86_400;

/** Imports items from a file. */
export function importCommand(): Command<Context> {
  const required = (brief: string, placeholder: string) => ({ ...text(brief, placeholder), optional: false });
  return defineCommand<ImportFlags>({
    brief: "Import items from a file",
    description: DESCRIPTION,
    positional: [{ placeholder: "FILE", brief: "rows, in .csv or .ndjson" }],
    flags: {
      space: required("the id of the space", "ID"),
      title: required("the column that becomes the title of an item", "COLUMN"),
      match: choice("title skips rows whose title the space has", ["title", "none"]),
      dryRun: toggle("prints how many would be created, and creates nothing"),
      restart: toggle("discards FILE.ledger"),
      concurrency: number("how many requests at once (default: 4)", "N", 1),
      settleDelay: number(
        "seconds between the two lists that show what is missing (default: 30)",
        "SECONDS",
        0,
        DAY_SECONDS,
      ),
      ...connectionFlags,
      ...jsonFlag,
    },
    load: async () => (await import("../import/import-items.js")).importItems,
  });
}
