import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createFolder } from "./create-folder.js";
import { BIN } from "./process.js";
import { runCli } from "./run-cli.js";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const LIMIT = { timeout: 300_000 };

/** What each page runs: commands of a shell, and lines of a crontab, a workflow or a file for Windows; `before` prepares it. */
const pages = [
  { page: "docs/leads-in-excel.md", commands: 5, scheduled: 3 },
  { page: "docs/chats-as-csv.md", commands: 8, scheduled: 0 },
  { page: "docs/a-weekly-report.md", commands: 7, scheduled: 2 },
  { page: "docs/import-items.md", commands: 4, scheduled: 0 },
  { page: "docs/personal-data.md", commands: 2, scheduled: 0, before: "serviceform sync run --streams leads" },
  { page: "packages/cli/README.md", commands: 4, scheduled: 0 },
];

interface Block {
  readonly language: string;
  readonly code: string;
}

let folder = "";
let server: ServedSandbox;

beforeEach(async () => {
  folder = await createFolder();
  server = await serveSandbox();
  onTestFinished(() => server[Symbol.asyncDispose]());
  await mkdir(join(folder, "bin"));
  const command = `exec '${process.execPath}' '${BIN}' "$@"`;
  await writeProgram("serviceform", command);
  await writeProgram("serviceform.cmd", command);
  await writeProgram("npx", `shift\n${command}`);
  await writeFile(join(folder, ".serviceform-key"), server.env.SERVICEFORM_API_KEY, { mode: 0o600 });
  const [rows] = (await readBlocks("docs/import-items.md")).filter(({ language }) => language === "csv");
  await writeFile(join(folder, "customers.csv"), rows?.code ?? "");
});

async function writeProgram(name: string, code: string): Promise<void> {
  const path = join(folder, "bin", name);
  await writeFile(path, `#!/bin/sh\n${code}\n`);
  await chmod(path, 0o755);
}

async function readBlocks(page: string): Promise<readonly Block[]> {
  const text = await readFile(join(ROOT, page), "utf8");
  return [...text.matchAll(/^```(\w+)(?: title="[^"]*")?\n([\s\S]*?)^```$/gm)].map(([, language = "", code = ""]) => ({
    language,
    code,
  }));
}

test.for(pages)("the commands of $page run and print its output", LIMIT, async ({ page, before, ...blocks }) => {
  if (before !== undefined) await runShell(before);
  const count = { commands: 0, scheduled: 0 };
  let printed = "";
  for (const { language, code } of await readBlocks(page)) {
    const line = readScheduled(code);
    if (language === "sh" || language === "powershell") {
      // Both read text in single quotes unchanged.
      printed = await runShell(code);
      count.commands += 1;
    } else if (line !== undefined && ["text", "bat", "yaml"].includes(language)) {
      await runShell(line);
      count.scheduled += 1;
    } else if (language === "text") {
      for (const expected of code.trimEnd().split("\n")) expect(printed.split("\n")).toContain(expected);
    } else if (language === "json") expect(() => JSON.parse(code)).not.toThrow();
  }
  expect(count).toEqual(blocks);
});

/**
 * The command of a crontab line, where `%` is escaped by a backslash, of a step of a workflow, or of a file for Windows,
 * with the paths of this folder.
 */
function readScheduled(code: string): string | undefined {
  const [, command] = /^(?:[\d*]+(?: [\d*]+){4} {2}|call | +- run: npx @)?(serviceform[ /].*)$/m.exec(code) ?? [];
  return command
    ?.replace("serviceform/cli", "serviceform")
    .replaceAll("\\%", "%")
    .replace(/C:\\\w+\\key\.txt/, ".serviceform-key")
    .replaceAll(/C:\\\w+\\/g, "");
}

/** Rejects if a command fails. */
function runShell(code: string): Promise<string> {
  const path = [join(folder, "bin"), dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...server.env, SERVICEFORM_SYNC_TO: "sqlite:mirror.db", PATH: path, HOME: folder };
  return new Promise((resolve, reject) => {
    execFile("sh", ["-e", "-c", code], { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${code}${stderr}`));
      else resolve(stdout + stderr);
    });
  });
}

test("the guides name only flags that exist", LIMIT, async () => {
  const calls = ["leads export", "chats export", "chats list", "statistics show", "statistics get", "items import"];
  const helps = [...calls, "sync run", "sync purge"].map((words) => runCli([...words.split(" "), "--help"]));
  const help =
    (await Promise.all(helps)).map(({ stdout }) => stdout).join("") + (await runShell("serviceform mcp --help"));
  for (const { page } of pages.filter(({ page }) => page.startsWith("docs/"))) {
    const text = await readFile(join(ROOT, page), "utf8");
    const flags = new Set([...text.matchAll(/`(--[a-z-]+)/g)].map(([, flag = ""]) => flag));
    expect(flags.size).toBeGreaterThan(3);
    for (const flag of flags) expect(help, `${page} names ${flag}`).toMatch(new RegExp(`${flag}[\\]/ ]`));
  }
});
