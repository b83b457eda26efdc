import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { type Problem, SpecError } from "./spec-error.ts";

/** Keys that no tool beneath generation survives: they call the method of that name, or set the prototype. */
const UNUSABLE = new Set(["hasOwnProperty", "__proto__"]);

/** Says first what keeps everything else from being understood: the version of the document, and keys that stop the tools. */
export async function checkReadable(specDir: string): Promise<void> {
  const root = await readYaml(join(specDir, "openapi.yaml"));
  const { swagger, openapi } = Object(root) as { swagger?: unknown; openapi?: unknown };
  const version = swagger === undefined ? `OpenAPI ${openapi}` : `Swagger ${swagger}`;
  if (root !== undefined && !/^OpenAPI 3\.0\.\d+$/.test(version)) {
    const sentence =
      swagger === undefined && openapi === undefined
        ? "The document does not say its version; begin it with openapi: 3.0.3."
        : `The document is ${version}; this reads OpenAPI 3.0. Convert it first.`;
    throw new SpecError([{ file: "openapi.yaml", sentence }]);
  }
  const names = await readdir(specDir, { recursive: true });
  const problems = names
    .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.includes("node_modules"))
    .map(async (file) => findUnusable(await readFile(join(specDir, file), "utf8"), file));
  const found = (await Promise.all(problems)).flat();
  if (found.length > 0) throw new SpecError(found);
}

/** Undefined for YAML that cannot be read, which the lint says with its line. */
async function readYaml(file: string): Promise<unknown> {
  try {
    return parseYaml(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** In the text, since a parser may already have tripped over them. */
function findUnusable(text: string, file: string): Problem[] {
  return text.split("\n").flatMap((line, index) => {
    const [, key = ""] = /^[\s{,-]*["']?([\w$]+)["']?\s*:/.exec(line) ?? [];
    if (!UNUSABLE.has(key)) return [];
    const sentence = `The name "${key}" cannot be used, since objects of JavaScript have it in another sense; rename it.`;
    return [{ file, position: `${index + 1}:1`, sentence }];
  });
}
