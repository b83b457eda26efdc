import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createFolder } from "../../tests/create-folder.js";
import { replaceFile } from "./replace-file.js";

let folder = "";
let path = "";
let part = "";

beforeEach(async () => {
  folder = await createFolder();
  path = join(folder, "leads.xlsx");
  part = `${path}.part`;
  await writeFile(path, "old");
  await writeFile(part, "new");
});

/** A system whose renames fail until as many have failed; `delays` has the delays between them. */
function createSystem(platform: string, code: string, failures: number) {
  const delays: number[] = [];
  let failed = 0;
  return {
    delays,
    platform,
    async rename(from: string, to: string) {
      failed += 1;
      if (failed <= failures) throw Object.assign(new Error("simulated"), { code });
      await rename(from, to);
    },
    async delay(ms: number) {
      delays.push(ms);
    },
  };
}

test.for(["EACCES", "EBUSY", "EPERM"])(
  "a file that a scanner of Windows has open for a moment is replaced after %s",
  async (code) => {
    const system = createSystem("win32", code, 9);
    await replaceFile(part, path, system);
    expect(await readFile(path, "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["leads.xlsx"]);
    expect(system.delays).toEqual(Array(9).fill(100));
  },
);

test("a file that stays open on Windows is kept, and so is its complete part", async () => {
  const replaced = replaceFile(part, path, createSystem("win32", "EPERM", Number.POSITIVE_INFINITY));
  await expect(replaced).rejects.toThrow(
    `${path} cannot be replaced (EPERM); close the program that has it open, and rename ${part}, which is complete`,
  );
  expect([await readFile(path, "utf8"), await readFile(part, "utf8")]).toEqual(["old", "new"]);
});

test.for([
  { name: "another error", platform: "win32", code: "ENOSPC" },
  { name: "another system", platform: "linux", code: "EPERM" },
])("a failed rename is not repeated on $name", async ({ platform, code }) => {
  const system = createSystem(platform, code, 1);
  await expect(replaceFile(part, path, system)).rejects.toThrow(`${path} cannot be replaced (${code})`);
  expect(system.delays).toEqual([]);
});

test("a file that cannot be replaced because it is mounted is overwritten", async () => {
  await replaceFile(part, path, createSystem("linux", "EBUSY", 1));
  expect(await readFile(path, "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["leads.xlsx"]);
});
