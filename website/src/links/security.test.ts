import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const [, promises = ""] = readFileSync(join(ROOT, "SECURITY.md"), "utf8").split("## Promises");
/** `(files that keep it; tests that prove it)` at the end of each promise. */
const proofs = [...promises.matchAll(/^- (?<promise>[\s\S]*?)\s\((?<files>`[^;]+);(?<tests>[^()]+)\)$/gm)];

test("every promise of SECURITY.md names its source files and its tests", () => {
  expect(proofs.length).toBeGreaterThan(10);
  expect(proofs).toHaveLength(promises.match(/^- /gm)?.length ?? 0);
});

test.for(proofs.map(({ groups = {} }) => groups))("$promise", ({ files = "", tests = "" }) => {
  expect(missing("packages/client/src", files)).toEqual([]);
  expect(missing("tests/client", tests)).toEqual([]);
});

/** The missing files of a Markdown list. */
function missing(folder: string, list: string): string[] {
  const names = [...list.matchAll(/`([\w./-]+\.ts)`/g)].map(([, name = ""]) => name);
  return names.filter((name) => !existsSync(join(ROOT, folder, name)));
}
