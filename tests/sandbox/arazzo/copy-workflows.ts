import { globSync } from "node:fs";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const OPENAPI = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));

/**
 * Copies workflows into a folder, beside a contract in which every schema has an explicit `additionalProperties`.
 * Respect rejects undeclared properties there, which records of the sandbox have.
 */
export async function copyWorkflows(folder: string, written: readonly string[]): Promise<string[]> {
  const openapi = JSON.parse(await readFile(OPENAPI, "utf8"), (_, value: unknown) =>
    isObjectSchema(value) ? { additionalProperties: true, ...value } : value,
  );
  await writeFile(join(folder, "openapi.json"), JSON.stringify(openapi));
  const workflows = globSync("*.arazzo.yaml", { cwd: import.meta.dirname }).sort();
  for (const name of workflows) {
    const text = await readFile(join(import.meta.dirname, name), "utf8");
    await writeFile(join(folder, name), text.replace(/url: \S+openapi\.json/, "url: openapi.json"));
  }
  for (const file of written) await copyFile(file, join(folder, basename(file)));
  return [...workflows, ...written.map((file) => basename(file))];
}

function isObjectSchema(value: unknown): value is object {
  return typeof value === "object" && value !== null && "type" in value && value.type === "object";
}
