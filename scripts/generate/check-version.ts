import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseYamlIfValid } from "./parse-yaml.ts";
import { SpecError } from "./spec-error.ts";

/** Throws a `SpecError` if the document has another version, since other issues would be misleading. */
export async function checkVersion(specDir: string): Promise<void> {
  const root = parseYamlIfValid(await readFile(join(specDir, "openapi.yaml"), "utf8").catch(() => ""));
  const { swagger, openapi } = Object(root) as { swagger?: unknown; openapi?: unknown };
  const version = swagger === undefined ? `OpenAPI ${openapi}` : `Swagger ${swagger}`;
  if (root !== undefined && !/^OpenAPI 3\.0\.\d+$/.test(version)) {
    const message =
      swagger === undefined && openapi === undefined
        ? "The document has no version; start it with openapi: 3.0.3."
        : `The document is ${version}; this reads OpenAPI 3.0. Convert it first.`;
    throw new SpecError([{ file: "openapi.yaml", position: "1:1", message }]);
  }
}
