import { spawn } from "node:child_process";
import { cp, mkdir, mkdtempDisposable, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { endOf } from "./process.js";
import type { CliResult } from "./run-cli.js";

const PACKAGES = fileURLToPath(new URL("../..", import.meta.url));

/** What npm nests in each global package: beside it stand only the other global packages. */
const installed = {
  cli: ["@serviceform/client", "@serviceform/sandbox", "@serviceform/types", "@stricli/core"],
  sync: ["@serviceform/client", "@serviceform/types"],
};

test("sync in a global install has the sandbox of the command", async () => {
  await using folder = await installGlobally();
  const mirror = `sqlite:${join(folder.path, "mirror.db")}`;
  const { stdout } = await start(folder.path, ["sync", "run", "--sandbox", "--streams", "leads", "--to", mirror]);
  expect(stdout).toContain("leads: done, 60 seen, 60 inserted");
});

test.for([
  ["postgres://mirror@127.0.0.1/leads", "pg", "pg pg-copy-streams"],
  ["parquet:lake", "hyparquet-writer", "hyparquet-writer@0.17"],
] as const)("a mirror in %s names the package that it lacks", async ([to, name, packages]) => {
  await using folder = await installGlobally();
  const { stderr, exitCode } = await start(folder.path, ["sync", "run", "--sandbox", "--to", to]);
  expect([stderr, exitCode]).toEqual([
    `error: ${name} must be installed beside @serviceform/sync; npm install --global ${packages}, or the same in a project\n`,
    2,
  ]);
});

test("the completion has the commands of sync where it is installed", async () => {
  await using folder = await installGlobally();
  const whole = await start(folder.path, ["completion", "fish"]);
  expect(whole.stdout).toContain("'sync'\" -f -a status");
  await rm(join(folder.path, "node_modules/@serviceform/sync"), { recursive: true });
  const { stdout, stderr, exitCode } = await start(folder.path, ["completion", "fish"]);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toContain("-f -a sync");
  expect(stdout).not.toContain("'sync'\" -f -a status");
});

/** A folder of global packages, of which none finds the dependencies of another. */
async function installGlobally(): Promise<Awaited<ReturnType<typeof mkdtempDisposable>>> {
  const folder = await mkdtempDisposable(join(tmpdir(), "global-"));
  for (const [name, dependencies] of Object.entries(installed)) {
    const from = join(PACKAGES, name);
    const to = join(folder.path, "node_modules/@serviceform", name);
    for (const scope of ["@serviceform", "@stricli"]) await mkdir(join(to, "node_modules", scope), { recursive: true });
    for (const part of ["package.json", "dist"]) await cp(join(from, part), join(to, part), { recursive: true });
    for (const dependency of dependencies)
      await symlink(join(from, "node_modules", dependency), join(to, "node_modules", dependency));
  }
  await cp(join(PACKAGES, "cli/bin"), join(folder.path, "node_modules/@serviceform/cli/bin"), { recursive: true });
  return folder;
}

function start(cwd: string, argv: readonly string[]): Promise<CliResult> {
  const bin = join(cwd, "node_modules/@serviceform/cli/bin/serviceform.js");
  return endOf(spawn(process.execPath, [bin, ...argv], { cwd }));
}
