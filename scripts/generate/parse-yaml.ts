import { parseYaml } from "@redocly/openapi-core";

/** Undefined for YAML that cannot be read, which the lint says with its line. */
export function parseYamlIfValid(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}
