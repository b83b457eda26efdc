import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { call } from "../call.js";
import { startCluster } from "../cluster.js";
import { serveSandbox } from "../serve.js";

const guide = await readFile(join(import.meta.dirname, "../../../../docs/leads-in-postgresql.md"), "utf8");
const cluster = await startCluster();

/** Every `serviceform sync …` in the guide, as arguments of it, with the sandbox in place of the account. */
function readCommands(): string[][] {
  const text = guide.replaceAll(/["],? ["]?/g, " ");
  const commands = [...text.matchAll(/serviceform sync ([a-z]+(?: --?[^\s`>"\]]+(?: [^-\s`>"\]][^\s`>"\]]*)?)*)/g)];
  return commands.map(([, line = ""]) => line.split(" "));
}

test("every command of the guide works", async () => {
  await using api = await serveSandbox();
  const commands = readCommands();
  expect(commands.map(([name]) => name)).toEqual([
    "run",
    "run",
    "run",
    "run",
    "run",
    "status",
    "verify",
    "singer",
    "purge",
    "run",
  ]);
  for (const command of commands) {
    const argv = command.filter(
      (argument, index) => ![argument, command[index - 1]].some((part) => part === "--key-file" || part === "--every"),
    );
    const rewritten = argv.map((argument) => (argument.startsWith("postgres://") ? cluster.url : argument));
    const server = ["run", "verify", "singer"].includes(command[0] ?? "") ? ["--base-url", api.url] : [];
    const env = { SERVICEFORM_SYNC_TO: cluster.url, SERVICEFORM_API_KEY: "sf_sandbox_key" };
    const { code, stderr } = await call([...rewritten, ...server], { env });
    expect(code, `${command.join(" ")}: ${stderr}`).toBe(0);
  }
});

test("every query of the guide has rows", async () => {
  const queries = [...guide.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, sql = ""]) => sql);
  expect(queries).toHaveLength(4);
  for (const sql of queries) expect((await cluster.query(sql)).length, sql).toBeGreaterThan(0);
});
