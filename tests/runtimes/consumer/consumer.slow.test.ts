import { join } from "node:path";
import ts from "typescript-5.9";
import { expect, test } from "vitest";
import { run } from "../src/run.ts";

const HERE = import.meta.dirname;
const SLOW = { timeout: 300_000 };

test("nine calls cost the compiler less than 500 type instantiations", SLOW, async () => {
  const [none, nine] = await Promise.all(["no-calls.ts", "nine-calls.ts"].map(countInstantiations));
  expect(Number(nine) - Number(none)).toBeLessThan(500);
});

test("an editor shows the texts of the spec", SLOW, () => {
  const file = join(HERE, "nine-calls.ts");
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => HERE,
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      strict: true,
      types: [],
      lib: ["lib.es2023.d.ts"],
    }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  const at = ts.sys.readFile(file)?.indexOf("listItems(") ?? -1;
  const { displayParts, documentation, tags } = service.getQuickInfoAtPosition(file, at) ?? {};
  expect(ts.displayPartsToString(displayParts)).toBe(
    "(method) Methods<CallOptions>.listItems(input: ListItemsInput, options?: CallOptions | undefined): Promise<Item[]>",
  );
  expect(ts.displayPartsToString(documentation)).toMatch(/^List the items of a space\n\nReturns every item/);
  expect(tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`)).toEqual([
    "@param input.spaceId The `id` of a space, as `listSpaces` returns it.",
    "@throws `ApiError` 403: The `sf-api-key` is missing or invalid.",
    "@throws `ApiError` 404: No space or item has the given ID.",
  ]);
});

async function countInstantiations(file: string): Promise<number> {
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--ignoreConfig", "--extendedDiagnostics"];
  const { stdout } = await run(process.execPath, ["../node_modules/typescript/bin/tsc", ...flags, file], HERE, 60_000);
  expect(stdout).not.toContain("error");
  return Number(stdout.match(/^Instantiations: +(\d+)$/m)?.[1]);
}
