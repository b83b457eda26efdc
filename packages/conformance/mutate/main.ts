import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findStale, sourceOf } from "./find-stale.ts";
import type { Mutation } from "./mutation.ts";
import { mutations } from "./mutations.ts";

// Usage: node mutate/main.ts [words of the mutations to try]

const here = join(import.meta.dirname, "..");
const client = join(here, "../client");
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

const folder = mkdtempSync(join(tmpdir(), "serviceform-mutants-"));
process.once("exit", () => rmSync(folder, { recursive: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const wanted = process.argv.slice(2).join(" ");
const chosen = mutations.filter(({ file, why }) => `${file} ${why}`.includes(wanted));
const stale = findStale(chosen);
for (const { file, find, why } of stale) console.error(`${file} has this not exactly once: ${find} (${why})`);
copy();
const reddened = judge();
if (reddened) stop(`The suite fails without any mutation: ${reddened}`);

// Most are noticed by the small part that is about them; the whole suite then judges the others.
const tried = chosen.filter((one) => !stale.includes(one));
const unnoticed = tried.filter((mutation) => !isKilled(mutation, mutation.told));
const survivors = unnoticed.filter((mutation) => !isKilled(mutation));
console.log(`${tried.length - survivors.length} of ${tried.length} mutations were killed.`);
for (const { file, why } of survivors) console.log(`SURVIVED  ${file}: ${why}`);
if (survivors.length + stale.length > 0) process.exitCode = 1;

function isKilled({ file, find, replace, why }: Mutation, part?: Mutation["told"]): boolean {
  const source = sourceOf(file);
  build(
    file,
    source.replace(find, () => replace),
  );
  const beganAt = performance.now();
  const killer = judge(part);
  build(file, source);
  const verdict = killer ? "killed" : part ? "goes on" : "SURVIVED";
  const seconds = ((performance.now() - beganAt) / 1000).toFixed(1).padStart(5);
  console.log(`${verdict.padEnd(8)} ${seconds} s  ${file}: ${why}${killer ? `  [${killer}]` : ""}`);
  return killer !== undefined;
}

/** Builds a copy of the client to change. */
function copy(): void {
  mkdirSync(join(folder, "dist"));
  cpSync(join(client, "package.json"), join(folder, "package.json"));
  symlinkSync(join(client, "node_modules"), join(folder, "node_modules"));
  const files = readdirSync(join(client, "src")).filter((file) => /^[\w-]+\.ts$/.test(file));
  for (const file of files) build(file, sourceOf(file));
}

/** The sources are TypeScript that can be erased: what is left without its types is what runs. */
function build(file: string, source: string): void {
  writeFileSync(join(folder, "dist", file.replace(/\.ts$/, ".js")), stripTypeScriptTypes(source));
}

/** Lets a part of the suite judge the copy, or all of it; returns what failed. */
function judge(part?: Mutation["told"]): string | undefined {
  const args = ["run", "--project=quick", "--bail=1", "--reporter=default", ...select(part)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: here,
    encoding: "utf8",
    env: { ...process.env, CONFORMANCE_CLIENT: folder, NO_COLOR: "1" },
    timeout: 180_000,
    killSignal: "SIGKILL",
  });
  if (status === 0) return undefined;
  return (
    / FAIL {2}(?:\|?quick\|? )?(.+)/.exec(stdout + stderr)?.[1] ?? (status === null ? "it hangs" : "it does not load")
  );
}

function select(part?: Mutation["told"]): string[] {
  if (part === undefined) return ["--exclude=types/**", "--exclude=mutate/**"];
  const [file, titles] = typeof part === "string" ? ["cases.memory.test.ts", part] : part;
  return [file, ...(titles ? ["-t", titles] : [])];
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
