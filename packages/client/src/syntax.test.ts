import { globSync, readFileSync } from "node:fs";
import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";

interface Node {
  readonly type?: string;
  readonly key?: Node;
  readonly regex?: { readonly pattern: string };
}

/** The nodes of a syntax tree that React Native cannot load: its Babel preset before 0.73, its engine before 0.76. */
function findUnsupported(node: Node): string[] {
  const own = [];
  if (node.type === "MethodDefinition" && node.key?.type === "PrivateIdentifier") own.push("private method");
  if (node.regex && /\\p/i.test(node.regex.pattern)) own.push(`property escape in /${node.regex.pattern}/`);
  const children = Object.values(node).filter((child) => typeof child === "object" && child !== null);
  return [...own, ...children.flatMap(findUnsupported)];
}

test("findUnsupported finds private methods and property escapes", () => {
  const tree = parseAst(String.raw`class A { #b = /\P{L}/u; #c() {} }`);
  expect(findUnsupported(tree as Node)).toEqual([String.raw`property escape in /\P{L}/`, "private method"]);
});

const files = globSync("**/*.ts", { cwd: import.meta.dirname }).filter((file) => !file.endsWith(".test.ts"));

test.for(files)("%s has no syntax that React Native cannot load", (file) => {
  const tree = parseAst(readFileSync(`${import.meta.dirname}/${file}`, "utf8"), { lang: "ts" });
  expect(findUnsupported(tree as Node)).toEqual([]);
});
