import { expect, test } from "vitest";
import { checkVersion } from "./check-version.ts";
import { specFolder } from "./fixtures/spec-folder.ts";

test.for([
  ["openapi.json", "spec/openapi.json:1:1: The file must be called openapi.yaml; rename it."],
  ["openapi.yml", "spec/openapi.yml:1:1: The file must be called openapi.yaml; rename it."],
  ["other.yaml", "spec/openapi.yaml:1:1: The file is missing; add it."],
] as const)("a spec with %s alone is rejected", async ([name, message]) => {
  await using folder = await specFolder({ [name]: { openapi: "3.0.3" } });
  await expect(checkVersion(folder.path)).rejects.toThrow(message);
});

test.for([
  ["openapi: 3.1.0", "The document is OpenAPI 3.1.0; this reads OpenAPI 3.0. Convert it first."],
  ["openapi: 3.2.0", "The document is OpenAPI 3.2.0; this reads OpenAPI 3.0. Convert it first."],
  ['swagger: "2.0"', "The document is Swagger 2.0; this reads OpenAPI 3.0. Convert it first."],
  ["openapi: 3.0", "The version of OpenAPI is incomplete; write openapi: 3.0.3."],
  ['openapi: "3.0"', "The version of OpenAPI is incomplete; write openapi: 3.0.3."],
  ["paths: {}", "The document has no version; start it with openapi: 3.0.3."],
] as const)("the document with %s is rejected: %s", async ([text, message]) => {
  await using folder = await specFolder({ "openapi.yaml": `${text}\n` });
  await expect(checkVersion(folder.path)).rejects.toThrow(`spec/openapi.yaml:1:1: ${message}`);
});

test("the document can be JSON, which YAML contains", async () => {
  await using folder = await specFolder({ "openapi.yaml": { openapi: "3.0.3" } });
  await expect(checkVersion(folder.path)).resolves.toBeUndefined();
});
