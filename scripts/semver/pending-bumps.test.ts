import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pendingBumps } from "./pending-bumps.ts";

test("pendingBumps takes the largest bump of each package, quoted or not", async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "changesets-"));
  const write = (name: string, text: string) => writeFile(join(scratch.path, name), text);
  await write("one.md", '---\n"@serviceform/types": minor\n"@serviceform/client": patch\n---\n\nIt is "so": major\n');
  await write("two.md", "---\r\n# All of them\r\n'@serviceform/types': patch # text\r\n\r\n---\r\n\r\nText.\r\n");
  await write("empty.md", "---\n---\n");
  await write("README.md", "# Changesets\n");
  await write("config.json", "{}");
  expect(await pendingBumps(scratch.path)).toEqual(
    new Map([
      ["@serviceform/types", "minor"],
      ["@serviceform/client", "patch"],
    ]),
  );
});

test("pendingBumps rejects an unreadable changeset by name", async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "changesets-"));
  await writeFile(join(scratch.path, "unusual.md"), '---\n\n## "@serviceform/types": minor\n\nText.\n');
  await expect(pendingBumps(scratch.path)).rejects.toThrow(".changeset/unusual.md must start with lines such as");
});

test("pendingBumps rejects a line of a changeset that is no bump", async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "changesets-"));
  await writeFile(join(scratch.path, "unknown.md"), '---\n"@serviceform/types": Minor\n---\n\nText.\n');
  await expect(pendingBumps(scratch.path)).rejects.toThrow(
    '.changeset/unknown.md has the line "@serviceform/types": Minor, which must be such as "package": minor.',
  );
});
