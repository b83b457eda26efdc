import type { SpecIssue } from "./spec-error.ts";

/** A message of Redocly on one line, without the folder of the spec. */
export function tidyMessage(message: string, specDir: string): string {
  return message.replaceAll(`${specDir}/`, "").replaceAll(/\s+/g, " ").trim();
}

/** An issue of a file that cannot be read as YAML, or not at all. */
export function toReadFailure(reason: string, specDir: string): SpecIssue {
  const [, position] = reason.match(/\((\d+:\d+)\)/) ?? [];
  return { file: "openapi.yaml", position, message: `The file cannot be read: ${tidyMessage(reason, specDir)}` };
}
