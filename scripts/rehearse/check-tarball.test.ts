import { expect, test } from "vitest";
import { checkTarball } from "./check-tarball.ts";

const MANIFEST = {
  name: "@serviceform/types",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./openapi.json": "./dist/openapi.json" },
  typesVersions: { "*": { "openapi.json": ["./dist/openapi.json"], old: ["./dist/cjs/old.d.ts"] } },
  bin: { run: "bin/run.js" },
  dependencies: { "openapi-fetch": "0.17.0" },
};
const SOUND = {
  "package.json": JSON.stringify(MANIFEST),
  "README.md": "# Types",
  "CHANGELOG.md": "## 1.0.0",
  LICENSE: "MIT",
  "bin/run.js": 'import "../dist/index.js";',
  "dist/index.js": 'export { a } from "./a.js";',
  "dist/index.d.ts": 'export type { A } from "./a.js";',
  "dist/a.js": "",
  "dist/a.d.ts": "",
  "dist/cjs/package.json": '{"type":"commonjs"}',
  "dist/cjs/index.js": 'const a = require("./a.js");',
  "dist/cjs/a.js": "",
  "dist/cjs/old.d.ts": "",
  "dist/openapi.json": "{}",
  "old/package.json": '{"types":"../dist/cjs/old.d.ts"}',
};

test("checkTarball accepts a complete tarball", () => {
  expect(check({})).toEqual([]);
});

test("checkTarball rejects a missing file that npm, the manifest or a module needs", () => {
  expect(check({ LICENSE: undefined })).toEqual(["LICENSE is missing."]);
  expect(check({ "CHANGELOG.md": undefined })).toEqual(["CHANGELOG.md is missing."]);
  expect(check({ "dist/openapi.json": undefined })).toEqual(["dist/openapi.json is missing."]);
  expect(check({ "dist/a.js": undefined })).toEqual(["dist/index.js imports dist/a.js, which is missing."]);
  expect(check({ "dist/a.d.ts": undefined })).toEqual(["dist/index.d.ts imports dist/a.d.ts, which is missing."]);
  expect(check({ "dist/cjs/a.js": undefined })).toEqual(["dist/cjs/index.js imports dist/cjs/a.js, which is missing."]);
  expect(check({ "dist/cjs/old.d.ts": undefined })).toEqual(["dist/cjs/old.d.ts is missing."]);
  expect(check({ "old/package.json": '{"main":"../dist/b.js"}' })).toEqual(["dist/b.js is missing."]);
});

test("checkTarball rejects an import attribute in code", () => {
  for (const code of ['import a from "./a.js" with { type: "json" };', 'import("./a.js", {with:{"type":"json"}});'])
    expect(check({ "dist/index.js": code })).toEqual([
      "dist/index.js has an import attribute, which bundlers before 2024 cannot parse.",
    ]);
  expect(check({ "README.md": 'import a from "a" with { type: "json" };' })).toEqual([]);
});

test.for(["workspace:^", "catalog:", "link:../types", "file:../types"])(
  "checkTarball rejects the range %s",
  (range) => {
    const manifest = JSON.stringify({ ...MANIFEST, dependencies: { "@serviceform/types": range } });
    expect(check({ "package.json": manifest })).toEqual([
      `dependencies.@serviceform/types is ${range}, which only works here.`,
    ]);
  },
);

test("checkTarball rejects a peer of one version, except one of the same project", () => {
  const peerDependencies = { "@serviceform/client": "1.0.0", pg: "8.23.1", "pg-boss": "^12.38.0" };
  expect(check({ "package.json": JSON.stringify({ ...MANIFEST, peerDependencies }) })).toEqual([
    "peerDependencies.pg is one version, 8.23.1.",
  ]);
});

test("checkTarball rejects a path or a host name of the machine", () => {
  expect(check({ "dist/a.js": "// /builds/tree/a.ts" })).toEqual([
    "dist/a.js names /builds/tree, a place of this machine.",
  ]);
  expect(check({ "dist/a.js": '"/home/jane/a.ts"' })).toEqual([
    "dist/a.js names /home/jane/, a place of this machine.",
  ]);
  expect(check({ "dist/a.js": '"https://a.test/home/jane/"' })).toEqual([]);
  expect(check({ "dist/a.js": '"/home/user/documents/a.txt"' })).toEqual([]);
});

test.for(["src/index.ts", ".npmrc", "dist/a.test.js", "dist/fixtures/a.json", "tsconfig.json", "dist/.tsbuildinfo"])(
  "%s stops it",
  (name) => {
    expect(check({ [name]: "" })).toEqual([`${name} must not be in it.`]);
  },
);

function check(changes: Record<string, string | undefined>): string[] {
  const files = Object.entries({ ...SOUND, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return checkTarball(new Map(files), ["/builds/tree"]);
}
