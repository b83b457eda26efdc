import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { BaseResolver } from "@redocly/openapi-core";
import { FileResolver } from "./file-resolver.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";

/** Throws a `SpecError` if the document has another version, since other issues would be misleading. */
export async function checkVersion(specDir: string, resolver: BaseResolver = new FileResolver()): Promise<void> {
  const file = resolve(specDir, "openapi.yaml");
  if (!existsSync(file)) throw new SpecError([await describeMissing(specDir)]);
  // The lint reports invalid YAML with its line.
  const document = await resolver.resolveDocument(null, file, true).catch((error: Error) => error);
  const message = document instanceof Error ? undefined : findIssue(Object(document.parsed));
  if (message !== undefined) throw new SpecError([{ file: "openapi.yaml", position: "1:1", message }]);
}

/** The document can have another name, or be JSON, which YAML contains. */
async function describeMissing(specDir: string): Promise<SpecIssue> {
  const names = await readdir(specDir).catch(() => []);
  const other = names.find((name) => /^(?:openapi|swagger)\.(?:ya?ml|json)$/i.test(name));
  const message =
    other === undefined ? "The file is missing; add it." : "The file must be called openapi.yaml; rename it.";
  return { file: other ?? "openapi.yaml", position: "1:1", message };
}

function findIssue({ swagger, openapi }: { swagger?: unknown; openapi?: unknown }): string | undefined {
  if (swagger !== undefined) return `The document is Swagger ${swagger}; this reads OpenAPI 3.0. Convert it first.`;
  if (openapi === undefined) return "The document has no version; start it with openapi: 3.0.3.";
  if (/^3\.0\.\d+$/.test(String(openapi))) return undefined;
  // YAML reads an unquoted 3.0 as the number 3.
  if (/^3(?:\.0)?$/.test(String(openapi))) return "The version of OpenAPI is incomplete; write openapi: 3.0.3.";
  return `The document is OpenAPI ${openapi}; this reads OpenAPI 3.0. Convert it first.`;
}
