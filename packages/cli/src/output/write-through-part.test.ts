import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { BusyError } from "../errors/usage-error.js";
import { resolveFile } from "./write-through-part.js";

async function createFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "resolve-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "leads.xlsx");
  await writeFile(path, "old");
  return path;
}

function failWith(code: string) {
  return () => Promise.reject(Object.assign(new Error("simulated"), { code }));
}

test("a file that a program of Windows has open is rejected before the download", async () => {
  const path = await createFile();
  const resolved = resolveFile(path, failWith("EBUSY"));
  await expect(resolved).rejects.toThrow(new BusyError(`${path} is open in another program; close it there`));
});

test("a file that cannot be written to is accepted, since it is replaced", async () => {
  const path = await createFile();
  expect(await resolveFile(path, failWith("EACCES"))).toBe(path);
});
