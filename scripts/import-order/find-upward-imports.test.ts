import { expect, test } from "vitest";
import { createFolder } from "../create-folder.ts";
import { findUpwardImports } from "./find-upward-imports.ts";

const LAYERS = ["index.ts", "send", "options", "json.ts"];

test("findUpwardImports accepts imports of lower layers, of the same folder and of packages", async () => {
  const files = {
    "index.ts": 'export { send } from "./send/send.js";',
    "send/send.ts": 'import { parse } from "../json.js";\nimport "./queue.js";\nimport "@serviceform/types";',
    "send/queue.ts": "",
    "json.ts": "",
  };
  expect(await find(files)).toEqual([]);
});

test("findUpwardImports names the file, the import and both layers", async () => {
  const files = {
    "options/rule.ts": 'import type { Call } from "../send/call.js";',
    "json.ts": 'import "./index.js";',
  };
  expect((await find(files)).sort()).toEqual([
    "json.ts must not import index.js: index.ts is above json.ts.",
    "options/rule.ts must not import send/call.js: send is above options.",
  ]);
});

test("findUpwardImports notices dynamic imports, re-exports and imports over several lines", async () => {
  const imports = [
    'await import("../send/a.js")',
    'export * from "../send/a.js"',
    'import {\n  a,\n} from "../send/a.js"',
  ];
  for (const source of imports) expect(await find({ "options/rule.ts": source })).toHaveLength(1);
});

test("findUpwardImports rejects files of no layer and ignores tests", async () => {
  const files = { "utils/x.ts": "", "json.test.ts": 'import "./index.js";', "testing/a.ts": 'import "../index.js";' };
  expect(await find(files)).toEqual(["utils/x.ts is in no layer; list it in scripts/import-order/layers.ts."]);
});

async function find(files: Readonly<Record<string, string>>): Promise<string[]> {
  await using folder = await createFolder(files);
  return findUpwardImports(folder.path, LAYERS);
}
