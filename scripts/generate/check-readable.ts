import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { type Problem, SpecError } from "./spec-error.ts";
import { describeUnusable, findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** Says first what keeps everything else from being understood: the version of the document, and keys that stop the tools. */
export async function checkReadable(specDir: string): Promise<void> {
  const root = parse(await readFile(join(specDir, "openapi.yaml"), "utf8").catch(() => ""));
  const { swagger, openapi } = Object(root) as { swagger?: unknown; openapi?: unknown };
  const version = swagger === undefined ? `OpenAPI ${openapi}` : `Swagger ${swagger}`;
  if (root !== undefined && !/^OpenAPI 3\.0\.\d+$/.test(version)) {
    const sentence =
      swagger === undefined && openapi === undefined
        ? "The document does not say its version; begin it with openapi: 3.0.3."
        : `The document is ${version}; this reads OpenAPI 3.0. Convert it first.`;
    throw new SpecError([{ file: "openapi.yaml", position: "1:1", sentence }]);
  }
  const names = await readdir(specDir, { recursive: true });
  const problems = names
    .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.includes("node_modules"))
    .map((file) => findUnusable(specDir, file));
  const found = (await Promise.all(problems)).flat();
  if (found.length > 0) throw new SpecError(found);
}

/** Undefined for YAML that cannot be read, which the lint says with its line. */
function parse(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

/** Each place where a key that stops the tools stands, by the text of its line. */
async function findUnusable(specDir: string, file: string): Promise<Problem[]> {
  const text = await readFile(join(specDir, file), "utf8");
  // Parsing takes longer than all else here, and hardly any file has such a name.
  if (!mayHaveUnusableKeys(text)) return [];
  const keys = new Set(findUnusableKeys(parse(text)).map((path) => path.at(-1) ?? ""));
  const lines = text.split("\n");
  return [...keys].flatMap((key) => {
    const pattern = new RegExp(`(?:^|[\\s{,])["']?${key}["']?\\s*:`);
    const places = lines.flatMap((line, index) => (pattern.test(line) ? `${index + 1}:${line.indexOf(key) + 1}` : []));
    return (places.length > 0 ? places : [undefined]).map((position) => ({
      file,
      position,
      sentence: describeUnusable(key),
    }));
  });
}
