import { renderLakeViews } from "../parquet/render-lake-views.js";
import { renderPostgresSchema } from "../postgres/render-schema.js";
import { renderSqliteSchema } from "../sqlite/render-schema.js";
import { renderSchemaMark } from "../target/schema-mark.js";
import type { Command } from "./command.js";
import { EXIT } from "./exit-code.js";
import { connectionFlags } from "./flags.js";
import { requiredText } from "./parse-flags.js";
import { UsageError } from "./usage-error.js";

export const schemaCommand: Command = {
  usage: "print --to TARGET",
  summary: "Print the statements that create tables and views; opens nothing",
  flags: {
    to: { value: "target", help: "which database the statements are for" },
    ...connectionFlags,
  },
  maxArguments: 1,
  async run({ values, positionals }, io) {
    if (positionals[0] !== "print") throw new UsageError("schema must be followed by print");
    const statements = renderFor(requiredText(values, "to"));
    io.stdout.write(statements.map((statement) => `${statement};\n`).join(""));
    return EXIT.done;
  },
};

function renderFor(to: string): readonly string[] {
  if (to.startsWith("sqlite:")) return withMark(renderSqliteSchema());
  if (/^postgres(ql)?:\/\//.test(to)) return withMark(renderPostgresSchema("serviceform"));
  if (to.startsWith("parquet:")) return renderLakeViews();
  throw new UsageError("--to must be sqlite:FILE, postgres://… or parquet:FOLDER");
}

/** With its mark, the schema is complete: the runs need no right to create tables and views. */
function withMark(statements: readonly string[]): readonly string[] {
  return [...statements, renderSchemaMark(statements)];
}
