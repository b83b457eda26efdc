import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript-5.9";
import { expect, test } from "vitest";
import { run } from "../workspace/run.ts";

const HERE = import.meta.dirname;
const SLOW = { timeout: 60_000 };

for (const version of ["typescript", "typescript-5.9"]) {
  const { version: number } = createRequire(import.meta.url)(`${version}/package.json`);

  test(`every entry compiles under TypeScript ${number}, its declarations included`, SLOW, async () => {
    expect(await compile(version, "tsconfig.json")).toEqual({ code: 0, said: "" });
  });
}

test("every entry of every published package is one of them", async () => {
  const consumer = await readFile(join(HERE, "every-entry.ts"), "utf8");
  const entries = ["client", "sandbox", "types"].flatMap((name) => {
    const { exports } = createRequire(import.meta.url)(`../../${name}/package.json`);
    return Object.keys(exports).map((entry) => `@serviceform/${name}${entry.slice(1)}`);
  });
  for (const entry of entries) expect(consumer).toContain(`from "${entry}"`);
});

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

function compile(version: string, ...args: string[]) {
  const tsc = join(HERE, "../node_modules", version, "bin/tsc");
  return run(HERE, [tsc, "-p", ...args]);
}

async function countInstantiations(file: string): Promise<number> {
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--ignoreConfig", "--extendedDiagnostics"];
  const { said } = await run(HERE, ["../node_modules/typescript/bin/tsc", ...flags, file]);
  expect(said).not.toContain("error");
  return Number(said.match(/^Instantiations: +(\d+)$/m)?.[1]);
}
