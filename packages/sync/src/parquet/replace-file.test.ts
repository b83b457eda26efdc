import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceFile } from "./replace-file.js";

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replace-"));
  path = join(folder, "views.sql");
  writeFileSync(path, "old");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Replaces the file on a system whose renames fail until as many have failed. Returns the delays between them. */
function replaceOn({ platform, code, failures }: { platform: string; code: string; failures: number }): number[] {
  const delays: number[] = [];
  let failed = 0;
  const rename = (from: string, to: string): void => {
    failed += 1;
    if (failed <= failures) throw Object.assign(new Error("simulated"), { code });
    renameSync(from, to);
  };
  replaceFile(path, (write) => write(Buffer.from("new")), { platform, rename, sleep: (ms) => void delays.push(ms) });
  return delays;
}

test.for(["EACCES", "EBUSY", "EPERM"])(
  "a file of a lake that a scanner of Windows has open for a moment is replaced after %s",
  (code) => {
    expect(replaceOn({ platform: "win32", code, failures: 9 })).toEqual(Array(9).fill(100));
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["views.sql"]);
  },
);

test("a file of a lake that stays open on Windows is kept, and the message says what to do", () => {
  const replace = () => replaceOn({ platform: "win32", code: "EPERM", failures: 10 });
  const advice = "close the program that has it open, and run the command again";
  expect(replace).toThrow(new Error(`${path} cannot be replaced; ${advice}`));
  expect(readFileSync(path, "utf8")).toBe("old");
});

test.for([
  { platform: "win32", code: "ENOSPC" },
  { platform: "linux", code: "EPERM" },
])("a rename that fails with $code on $platform is not repeated", ({ platform, code }) => {
  expect(() => replaceOn({ platform, code, failures: 1 })).toThrow("simulated");
});

test("a link in the place of a temporary file of a lake is replaced, and the file that it leads to is unchanged", () => {
  const other = join(folder, "other");
  writeFileSync(other, "of the user");
  symlinkSync(other, join(folder, ".views.sql.tmp"));
  replaceFile(path, (write) => write(Buffer.from("new")));
  expect([readFileSync(path, "utf8"), readFileSync(other, "utf8")]).toEqual(["new", "of the user"]);
  expect(readdirSync(folder).sort()).toEqual(["other", "views.sql"]);
});
