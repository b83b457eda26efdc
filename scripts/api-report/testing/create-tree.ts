import { mkdir, mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";

const MANIFEST = {
  type: "module",
  exports: { ".": entry("index"), "./server": entryOfBoth("server"), "./openapi.json": "./dist/openapi.json" },
};
const INDEX = `import type { Item } from "@serviceform/types";
import type { Options } from "./options.js";
export type { Options } from "./options.js";
/** Creates a pet. */
export declare function createPet(options: Options, name?: string): Pet<Item>;
export declare function createPet(options: Options): Pet<Item>;
interface Pet<Kind> { readonly kind: Kind; /** In years. */ age?: number }
`;
export const FILES = {
  "package.json": JSON.stringify(MANIFEST),
  "dist/index.d.ts": INDEX,
  "dist/index.js": "export const createPet = () => ({});",
  "dist/options.d.ts":
    "/** All optional. */\nexport interface Options { readonly seed?: number }\ninterface Unused { a: 1 }\n",
  "dist/server.d.ts": "export declare const ports: readonly number[];\n",
  "dist/server.js": "export const ports = [];",
};

/** A built package, and a function to edit it. */
export async function createTree() {
  const { path: root, [Symbol.asyncDispose]: dispose } = await mkdtempDisposable(join(tmpdir(), "api-"));
  const packages = join(root, "packages");
  const folder = join(packages, "pet");
  await mkdir(join(folder, "dist"), { recursive: true });
  await mkdir(join(packages, "without-manifest/dist"), { recursive: true });
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
  const edit = async (name: string, from: string | RegExp, to: string): Promise<void> => {
    const before = await readFile(join(folder, name), "utf8");
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    await writeFile(join(folder, name), after);
  };
  return { root, packages, edit, [Symbol.asyncDispose]: dispose };
}

/** An entry with separate declarations for CommonJS. */
function entryOfBoth(name: string) {
  return {
    types: { require: `./dist/cjs/${name}.d.ts`, default: `./dist/${name}.d.ts` },
    default: `./dist/${name}.js`,
  };
}

function entry(name: string) {
  return { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
}
