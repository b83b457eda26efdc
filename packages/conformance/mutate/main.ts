import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Mutation, mutations } from "./mutations.ts";

// Usage: node mutate/main.ts [words of the mutations to try]

const here = join(import.meta.dirname, "..");
const client = join(here, "../client");
const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
const vitest = join(dirname(require.resolve("vitest/package.json")), "vitest.mjs");

const wanted = process.argv.slice(2).join(" ");
const chosen = mutations.filter(({ file, why }) => `${file} ${why}`.includes(wanted));
const folder = mkdtempSync(join(tmpdir(), "serviceform-mutants-"));
process.once("exit", () => rmSync(folder, { recursive: true }));

checkAll();
prepare();
const sound = judge();
if (sound !== "survived") stop(`The suite fails without any mutation:\n${sound}`);

const survivors: Mutation[] = [];
for (const mutation of chosen) {
  const path = join(folder, "src", mutation.file);
  const source = readFileSync(path, "utf8");
  writeFileSync(
    path,
    source.replace(mutation.find, () => mutation.replace),
  );
  const verdict = judge();
  writeFileSync(path, source);
  if (verdict === "survived") survivors.push(mutation);
  console.log(
    `${verdict === "survived" ? "SURVIVED" : "killed  "}  ${mutation.file}: ${mutation.why}${verdict === "survived" ? "" : ` (${verdict})`}`,
  );
}
console.log(`${chosen.length - survivors.length} of ${chosen.length} mutations were killed.`);
if (survivors.length > 0) process.exitCode = 1;

/** Says at once which mutations no longer fit the source. */
function checkAll(): void {
  const stale = chosen.filter(({ file, find }) => occurrences(file, find) !== 1);
  if (stale.length > 0)
    stop(
      stale
        .map(({ file, find, why }) => `${file} has ${occurrences(file, find)} times, not once: ${find} (${why})`)
        .join("\n"),
    );
}

function occurrences(file: string, find: string): number {
  try {
    return readFileSync(join(client, "src", file), "utf8").split(find).length - 1;
  } catch {
    return 0;
  }
}

/** A copy of the client to change and build. */
function prepare(): void {
  cpSync(join(client, "src"), join(folder, "src"), { recursive: true });
  cpSync(join(client, "package.json"), join(folder, "package.json"));
  symlinkSync(join(client, "node_modules"), join(folder, "node_modules"));
  const options = JSON.parse(readFileSync(join(client, "tsconfig.json"), "utf8"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      ...options,
      extends: join(here, "../../tsconfig.base.json"),
      exclude: ["src/**/*.test.ts", "src/**/*.test-d.ts"],
    }),
  );
}

/** Builds the copy and lets the suite judge it: "survived", or what noticed. */
function judge(): string {
  // Types may break by a mutation; what counts is how it runs, so it is built all the same.
  const built = spawnSync(process.execPath, [tsc, "-p", folder, "--noEmitOnError", "false"], { encoding: "utf8" });
  if (!/dist/.test(folder) && built.error) stop(String(built.error));
  const run = spawnSync(
    process.execPath,
    [vitest, "run", "--bail=1", "--exclude=types/**", "--exclude=chaos.test.ts"],
    {
      cwd: here,
      encoding: "utf8",
      env: { ...process.env, CONFORMANCE_CLIENT: folder, NO_COLOR: "1" },
      timeout: 120_000,
    },
  );
  if (run.status === 0) return "survived";
  return /FAIL {2}(.+)/.exec(run.stdout + run.stderr)?.[1] ?? (run.error ? "it hangs" : "it does not load");
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
