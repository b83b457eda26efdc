import { expect, test } from "vitest";
import { checkParts, findForeignCode } from "./check-bundler.ts";

const markers = {
  contract: "CONTRACT",
  descriptions: "DESCRIPTIONS",
  validators: "VALIDATORS",
  pathStyle: "PATHS",
  streams: "STREAMS",
};
const bundle = (code: string) => ({ code, modules: [], warnings: [] });
const everything = bundle("STREAMS CONTRACT DESCRIPTIONS VALIDATORS PATHS /flex/spaces");
const good = { calls: bundle("STREAMS /flex/spaces"), errors: bundle(""), everything };

const problems = (bundles: typeof good) => Object.values(checkParts(bundles, markers)).filter((text) => text !== "");

test("a bundle with the parts that it uses has no problem", () => {
  expect(problems(good)).toEqual([]);
});

test.each(["CONTRACT", "DESCRIPTIONS", "VALIDATORS", "PATHS"])("an unused %s is a problem", (text) => {
  expect(problems({ ...good, calls: bundle(`STREAMS ${text}`) })).toEqual([`"${text}" is in.`]);
});

test("methods and streams in a script without a client are a problem", () => {
  expect(problems({ ...good, errors: bundle("STREAMS /flex/spaces") })).toHaveLength(2);
});

test("a marker that no bundle has is a problem", () => {
  expect(problems({ ...good, everything: bundle("") })).toHaveLength(4);
});

test("modules of the packages and of the bundler are known", () => {
  const modules = [
    "/x/node_modules/@serviceform/client/dist/index.js",
    "node_modules/openapi-fetch/dist/index.mjs",
    "./node_modules/openapi-fetch/dist/index.mjs + 8 modules",
    "consumer-calls.js",
    "webpack/runtime/define property getters",
    "\0rolldown/runtime.js",
    "",
  ];
  expect(findForeignCode({ code: "", modules })).toBe("");
});

test.each([
  "node:fs",
  "buffer",
  "node_modules/process/browser.js",
  "__vite-browser-external:fs",
  "node_modules/chai/index.js",
])("the module %s is a problem", (name) => {
  expect(findForeignCode({ code: "", modules: [name] })).toBe(`It has the module ${name}.`);
});

test.each(['import "node:fs"', 'require("http")', 'Buffer.from("")'])("the code %s is a problem", (code) => {
  expect(findForeignCode({ code, modules: [] })).toMatch(/^It uses /);
});
