import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createServerJson } from "./create-server-json.ts";

const folder = join(import.meta.dirname, "../../packages/mcp");
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const manifest = JSON.parse(read("package.json"));

test("server.json is the one of the manifest", () => {
  expect(read("server.json"), "Run: npx -y pnpm@12 api").toBe(createServerJson(manifest));
});

test("a release has its version in both places", () => {
  const entry = JSON.parse(createServerJson({ ...manifest, version: "1.2.3" }));
  expect([entry.version, entry.packages[0].version]).toEqual(["1.2.3", "1.2.3"]);
});

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const INPUT_KEYS = new Set([
  ...["name", "description", "isRequired", "isSecret", "format", "default", "value", "choices", "variables"],
]);
const PACKAGE_KEYS = new Set([
  ...["registryType", "registryBaseUrl", "identifier", "version", "fileSha256", "runtimeHint", "transport"],
  ...["runtimeArguments", "packageArguments", "environmentVariables"],
]);

// The rules of the schema that server.json names.
test("server.json follows the rules of the registry", () => {
  const { $schema, name, title, description, version, websiteUrl, repository, packages } = JSON.parse(
    read("server.json"),
  );
  expect($schema).toMatch(
    /^https:\/\/static\.modelcontextprotocol\.io\/schemas\/\d{4}-\d\d-\d\d\/server\.schema\.json$/,
  );
  expect(name).toMatch(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/);
  expect(name.length).toBeLessThanOrEqual(200);
  for (const text of [title, description]) expect(text).toMatch(/^.{1,100}$/);
  expect(version).toMatch(EXACT_VERSION);
  for (const url of [websiteUrl, repository.url]) expect(URL.canParse(url)).toBe(true);
  expect(repository.source).toBe("github");
  expect(repository.subfolder).toMatch(/^(?!\.|\/)[\w/-]+$/);
  for (const { environmentVariables, ...one } of packages) {
    expect(Object.keys(one).filter((key) => !PACKAGE_KEYS.has(key))).toEqual([]);
    expect(one).toMatchObject({ registryType: "npm", identifier: manifest.name, transport: { type: "stdio" } });
    expect(one.version).toMatch(EXACT_VERSION);
    for (const variable of environmentVariables) {
      expect(Object.keys(variable).filter((key) => !INPUT_KEYS.has(key))).toEqual([]);
      expect(variable.name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    }
  }
});
