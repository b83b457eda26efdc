import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { operations } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { Language, type Node, Parser } from "web-tree-sitter";
import { runCommand } from "../records/open-records.ts";

/** The registries that these tests use have no PowerShell, but a grammar of it. */
const GRAMMAR = fileURLToPath(import.meta.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm"));

// Otherwise V8 optimizes the whole grammar, which takes ten seconds of processor time for two scripts.
for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);

test("the PowerShell completion parses without errors and has an entry for each operation", async () => {
  const script = await runCommand(["completion", "pwsh"]);
  const root = await parse(script);
  expect(root.hasError).toBe(false);
  const commands = root.descendantsOfType("key_expression").map((key) => key?.text);
  for (const { noun, verb } of Object.values(operations)) expect(commands).toContain(`'${noun} ${verb}'`);
  expect(script).toMatch(/'items list' = '--space-id [^']* --help'/);
  const command = root.descendantsOfType("command_name").map((name) => name?.text);
  expect(command[0]).toBe("Register-ArgumentCompleter");
});

test("the grammar rejects a script with an unclosed quote", async () => {
  const script = await runCommand(["completion", "pwsh"]);
  expect((await parse(script.replace("'leads' =", "'leads ="))).hasError).toBe(true);
});

async function parse(script: string): Promise<Node> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(GRAMMAR));
  const tree = parser.parse(script);
  if (!tree) throw new Error("The script was not parsed.");
  return tree.rootNode;
}
