import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { pendingBumps } from "./pending-bumps.ts";

test("pendingBumps takes the largest bump of each package, quoted or not", async () => {
  await using folder = await createFolder({
    "one.md": '---\n"@serviceform/types": minor\n"@serviceform/client": patch\n---\n\nIt is "so": major\n',
    "two.md": "---\r\n# All of them\r\n'@serviceform/types': patch # text\r\n\r\n---\r\n\r\nText.\r\n",
    "empty.md": "---\n---\n",
    "README.md": "# Changesets\n",
    "config.json": "{}",
  });
  expect(await pendingBumps(folder.path)).toEqual(
    new Map([
      ["@serviceform/types", "minor"],
      ["@serviceform/client", "patch"],
    ]),
  );
});

test.for([
  ["without bumps", '---\n\n## "@serviceform/types": minor\n\nText.\n', "must start with lines such as"],
  [
    "with a line that is no bump",
    '---\n"@serviceform/types": Minor\n---\n\nText.\n',
    'has the line "@serviceform/types": Minor, which must be such as "package": minor.',
  ],
] as const)("pendingBumps rejects a changeset %s by its name", async ([, text, problem]) => {
  await using folder = await createFolder({ "unusual.md": text });
  await expect(pendingBumps(folder.path)).rejects.toThrow(`.changeset/unusual.md ${problem}`);
});
