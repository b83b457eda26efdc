import type { OperationDescription, OperationId } from "@serviceform/types/describe";
import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import { FORMATS } from "../export/export-format.js";
import type { ExportFlags } from "../export/export-list.js";
import { choice, connectionFlags, parsed, toggle } from "../flags/connection-flags.js";
import { inputFlags } from "../flags/input-flags.js";
import { listFlags } from "../flags/list-flags.js";

const exportFlags = {
  format: choice("the format if FILE is -", FORMATS),
  separator: parsed("of CSV (default: a comma); ; for Excel in Finland or Germany", "CHAR", parseSeparator),
  bom: toggle("begins CSV with a byte order mark, by which Excel recognizes UTF-8"),
  raw: toggle("puts no ' in front of text that a spreadsheet would run as a formula"),
  resume: toggle("continues FILE.part (.ndjson and .csv, also with .gz)"),
};

/** Writes a list of the API to a file. */
export function exportCommand(
  operationId: OperationId,
  operation: OperationDescription,
  schema: string,
): Command<Context> {
  const own: Record<string, object> = { ...connectionFlags, ...listFlags(schema), ...exportFlags };
  const { limit, ...taken } = own;
  // The flag is `--space`, since a list has only one ID.
  const inputs = inputFlags(operation, taken)
    .filter(({ name }) => name !== "limit")
    .map((input) => ({ ...input, name: input.name.replace(/Id$/, "") }));
  return defineCommand<ExportFlags>({
    brief: `Export ${operation.noun} to a file`,
    description: `Exports ${operation.noun} to FILE.ndjson, FILE.csv, FILE.xlsx or FILE.parquet, compressed with .gz after it; - is stdout.`,
    positional: [{ placeholder: "FILE", brief: "where to write; its extension sets the format" }],
    flags: { ...Object.fromEntries(inputs.map(({ name, parameter }) => [name, parameter])), ...own },
    load: async () => {
      const { exportList } = await import("../export/export-list.js");
      return (flags, io, file) => exportList({ operationId, operation, schema, inputs }, flags, io, file);
    },
  });
}

function parseSeparator(text: string): string {
  const separator = text === "tab" || text === "\\t" ? "\t" : text;
  if ([",", ";", "\t", "|"].includes(separator)) return separator;
  throw new Error("value must be , ; | or tab");
}
