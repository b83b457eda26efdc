import { bundle } from "./bundle.ts";
import { inputName } from "./operation.ts";
import { readOperations } from "./read-operations.ts";
import { renderMethods } from "./render-methods.ts";
import { renderPaths } from "./render-paths.ts";
import { renderSchemas } from "./render-schemas.ts";
import { renderTable } from "./render-table.ts";

const HEADER = "// Generated from spec/, do not edit: run `pnpm generate`.\n\n";

/** Turns the spec folder into the generated files, name to content; writes nothing. Throws `SpecError`. */
export async function generate(specDir: string): Promise<Map<string, string>> {
  const document = await bundle(specDir);
  const operations = readOperations(document);
  const sources = {
    "paths.ts": await renderPaths(document),
    "schemas.ts": renderSchemas(document, new Set(operations.map(inputName))),
    "methods.ts": renderMethods(operations),
    "operation-table.ts": renderTable(document, operations),
  };
  const files = new Map(Object.entries(sources).map(([name, text]) => [name, HEADER + text]));
  return files.set("openapi.json", `${JSON.stringify(document, null, 2)}\n`);
}
