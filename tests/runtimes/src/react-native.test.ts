import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { transform } from "esbuild-wasm";
import { expect, test } from "vitest";

const folder = new URL("../node_modules/@serviceform/client/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), "utf8");

/** What the Babel preset of React Native rejects before 0.73, and its engine before 0.76. */
const supported = {
  "class-private-method": false,
  "regexp-unicode-property-escapes": false,
  "regexp-set-notation": false,
};

test("esbuild changes syntax that React Native cannot load", async () => {
  for (const code of ["class A { #a() {} }\n", String.raw`const a = /\P{L}/u;${"\n"}`]) {
    expect((await transform(code, { supported })).code).not.toBe((await transform(code)).code);
  }
});

interface Entry {
  readonly require: string;
  readonly types: { readonly require: string };
}

const { exports } = JSON.parse(read("package.json")) as { exports: Readonly<Record<string, Entry>> };

test.for(Object.entries(exports))("%s of the client has no syntax that React Native cannot load", async ([, entry]) => {
  const code = read(entry.require);
  expect((await transform(code, { supported })).code).toBe((await transform(code)).code);
});

const { ".": _, ...subpaths } = exports;

test.for(Object.entries(subpaths))("%s of the client is found without exports", ([name, entry]) => {
  const subpath = new URL(`${name}/`, folder);
  // The path of a folder is resolved as by tools that do not read `exports`: Metro before React Native 0.79.
  expect(createRequire(import.meta.url)(subpath.pathname)).toBe(createRequire(folder)(entry.require));
  const { types } = JSON.parse(readFileSync(new URL("package.json", subpath), "utf8")) as { types: string };
  expect(new URL(types, subpath).href).toBe(new URL(entry.types.require, folder).href);
});
