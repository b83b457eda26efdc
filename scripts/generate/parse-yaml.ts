import { parseYaml } from "@redocly/openapi-core";

/** Undefined for invalid YAML, which the lint reports with its line. */
export function parseYamlIfValid(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}
