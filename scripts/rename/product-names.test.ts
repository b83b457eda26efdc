import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readProductNames } from "./product-names.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const text = read("spec/product.json");
const names = readProductNames(text);

test("the names of the contract are those of the packages", () => {
  const cli = JSON.parse(read("packages/cli/package.json"));
  expect(cli.name).toBe(`${names.scope}/cli`);
  expect(Object.keys(cli.bin)).toEqual([names.command]);
  expect(cli.repository.url).toBe(`git+${names.repository}.git`);
});

test.for([
  ["packages/client/src/errors/errors.ts", `class ${names.className}Error `],
  ["packages/client/src/options/settings.ts", `"${names.environment}_API_KEY"`],
  ["packages/sandbox/README.md", names.sandboxKey],
  ["README.md", `# ${names.title}`],
] as const)("%s has the name %s", ([file, name]) => {
  expect(read(file)).toContain(name);
});

test("every problem of the names is in the error", () => {
  const { title: _, ...others } = names;
  const read = () => readProductNames(JSON.stringify({ ...others, scope: "acme", colour: "red" }));
  expect(read).toThrow('unknown name "colour"\ntitle is required\nscope must be a scope of npm, such as @acme');
});

test.for([
  ["title", 'Tom "Best"'],
  ["title", "Post: Office"],
  ["title", "Post "],
  ["title", "`Post`"],
  ["command", "new"],
  ["command", "await"],
] as const)("%s cannot be %j, which would break files or code", ([name, value]) => {
  expect(() => readProductNames(JSON.stringify({ ...names, [name]: value }))).toThrow(`${name} must be `);
});

test.for(["Post Office", "Åland Post 2.0", "E-Mail"])("the title can be %s", (title) => {
  expect(readProductNames(JSON.stringify({ ...names, title })).title).toBe(title);
});

test.for(["null", "[]", '"Acme"'])("readProductNames rejects %s", (json) => {
  expect(() => readProductNames(json)).toThrow("The names must be an object");
});
