import { execFile } from "node:child_process";
import { cp, mkdir, mkdtempDisposable, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const PACKAGES = fileURLToPath(new URL("../..", import.meta.url));

/** The dependencies that each package has to itself: npm installs none of them beside a global package. */
const installed = {
  cli: ["@serviceform/client", "@serviceform/sandbox", "@serviceform/types", "@stricli/core"],
  sync: ["@serviceform/client", "@serviceform/types"],
};

test("sync in a global install has the sandbox of the command", { timeout: 60_000 }, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "global-"));
  for (const [name, dependencies] of Object.entries(installed)) {
    const from = join(PACKAGES, name);
    const to = join(folder.path, "node_modules/@serviceform", name);
    await mkdir(join(to, "node_modules/@serviceform"), { recursive: true });
    await mkdir(join(to, "node_modules/@stricli"));
    for (const part of ["package.json", "dist"]) await cp(join(from, part), join(to, part), { recursive: true });
    for (const dependency of dependencies)
      await symlink(join(from, "node_modules", dependency), join(to, "node_modules", dependency));
  }
  const bin = join(folder.path, "node_modules/@serviceform/cli/bin");
  await cp(join(PACKAGES, "cli/bin"), bin, { recursive: true });

  const argv = ["sync", "run", "--sandbox", "--streams", "leads", "--to", `sqlite:${join(folder.path, "mirror.db")}`];
  const { stdout } = await promisify(execFile)(process.execPath, [join(bin, "serviceform.js"), ...argv]);
  expect(stdout).toContain("leads: done, 60 seen, 60 inserted");
});
