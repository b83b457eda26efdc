import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../../tests/create-folder.js";
import { BusyError, UsageError } from "../errors/usage-error.js";
import { resolveFile } from "./write-through-part.js";

async function createFile(): Promise<string> {
  const path = join(await createFolder(), "leads.xlsx");
  await writeFile(path, "old");
  return path;
}

function createSystem({ platform, code = "EACCES" }: { readonly platform: string; readonly code?: string }) {
  return { platform, open: () => Promise.reject(Object.assign(new Error("simulated"), { code })) };
}

test("a file that a program of Windows has open is rejected before the download", async () => {
  const path = await createFile();
  const resolved = resolveFile(path, createSystem({ platform: "win32", code: "EBUSY" }));
  await expect(resolved).rejects.toThrow(new BusyError(`${path} is open in another program; close it there`));
});

test("a file that cannot be written to is accepted, since it is replaced", async () => {
  const path = await createFile();
  expect(await resolveFile(path, createSystem({ platform: "linux", code: "EACCES" }))).toBe(path);
});

test.for(["leads 12:30.csv", "exports\\leads?.csv", 'C:\\a"b.csv'])(
  "%s is rejected on Windows, which has no such names",
  async (name) => {
    const resolved = resolveFile(name, createSystem({ platform: "win32" }));
    await expect(resolved).rejects.toThrow(new UsageError(`${name} must not have any of < > : " | ? * in its name`));
  },
);

test.for(["C:leads.csv", "C:\\leads.csv", "\\\\server\\exports\\leads.csv"])(
  "%s is a name on Windows",
  async (name) => {
    // On another system, it is a file of the current folder.
    expect(await resolveFile(name, createSystem({ platform: "win32" }))).toBe(name);
  },
);

test("a file may have a colon in its name elsewhere", async () => {
  expect(await resolveFile("leads 12:30.csv", createSystem({ platform: "linux" }))).toBe("leads 12:30.csv");
});
