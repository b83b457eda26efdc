import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../records/open-records.ts";

const LINES = [
  ["serviceform doc", "serviceform doctor"],
  ["serviceform leads ex", "serviceform leads export"],
  ["serviceform statistics show --ht", "serviceform statistics show --html"],
  ["serviceform items import customers.csv --dry", "serviceform items import customers.csv --dry-run"],
  ["serviceform sync st", "serviceform sync status"],
  ["serviceform sync accounts re", "serviceform sync accounts resume"],
] as const;

// Empty, so that no file completes a line.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "completion-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.for(LINES)("fish completes %j", async ([line, completed]) => {
  const script = await writeScript("fish");
  const last = completed.slice(completed.lastIndexOf(" ") + 1);
  expect(start("fish", ["--no-config", "-c", `source ${script}; complete -C '${line}'`]).trim()).toBe(last);
});

test.for(LINES)("zsh completes %j", async ([line, completed]) => {
  const script = await writeScript("zsh");
  const output = start("zsh", ["-f", join(import.meta.dirname, "complete.zsh"), script, line]);
  expect(/LINE<(.*?) ?>/.exec(output)?.[1]).toBe(completed);
});

async function writeScript(shell: string): Promise<string> {
  const file = join(folder, `.completion.${shell}`);
  writeFileSync(file, await runCommand(["completion", shell]));
  return file;
}

function start(shell: string, args: readonly string[]): string {
  try {
    return execFileSync(shell, args, { cwd: folder, encoding: "utf8" });
  } catch (error) {
    if (Object(error).code !== "ENOENT") throw error;
    throw new Error(`These tests need ${shell}, and there is none in PATH. On Debian: apt-get install ${shell}`);
  }
}
