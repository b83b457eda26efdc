import type { CallToolResult } from "@modelcontextprotocol/server";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { createListPage } from "../response/list-page.js";
import { closed } from "./closed.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

/** Queries the local mirror with SQL. */
export function createQuery(path: string): Tool {
  return {
    name: "query",
    description:
      "Run one SELECT of SQLite on the mirror: views leads, chats, items, spaces, lead_messages, chat_messages.",
    input: closed({ sql: { type: "string" } }, ["sql"]),
    annotations: { ...READ_ONLY, openWorldHint: false },
    run: (input, call) => query(path, input, call),
  };
}

async function query(path: string, { sql }: Input, { settings, signal }: ToolCall): Promise<CallToolResult> {
  const statement = parseStatement(String(sql));
  const { personal, lockdown } = settings;
  const { runQuery } = await import("../query/run-query.js");
  const reply = await runQuery({ path, sql: statement, settings: { personal, lockdown } }, signal);
  if ("error" in reply) throw new InvalidInput(`sql must be one SELECT that the mirror can run (${reply.error})`);

  const page = createListPage(settings.maxBytes, reply.rows.length);
  for (const [index, row] of reply.rows.entries()) if (!page.add(String(index), row)) break;
  const isComplete = reply.isComplete && !page.isFull();
  return page.render({ total: isComplete ? reply.rows.length : undefined, note: isComplete ? undefined : NARROW });
}

const NARROW = "Not all is shown: select fewer columns, or use limit and offset.";

/** SQLite would run the first statement and ignore the others. */
function parseStatement(sql: string): string {
  const code = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  if (/;\s*\S/.test(code)) throw new InvalidInput("sql must be one statement");
  if (!/^\s*(select|with)\b/i.test(code)) throw new InvalidInput("sql must begin with select or with");
  return sql;
}
