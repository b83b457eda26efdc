import type { SpecIssue } from "./spec-error.ts";

/** A message of Redocly on one line, without the folder of the spec. */
export function tidyMessage(message: string, specDir: string): string {
  return message.replaceAll(`${specDir}/`, "").replaceAll(/\s+/g, " ").trim();
}

/** Redocly prints the reason for an unreadable file below a heading. */
export function toReadFailure(output: string, specDir: string): SpecIssue {
  const [, reason = output] = output.match(/^ {2}- (.*)$/m) ?? [];
  const [, position] = reason.match(/\((\d+:\d+)\)/) ?? [];
  return { file: "openapi.yaml", position, message: `The file cannot be read: ${tidyMessage(reason, specDir)}` };
}
