import type { BaseResolver } from "@redocly/openapi-core";
import { parsePointer } from "../openapi/pointer.ts";
import { FileResolver } from "./file-resolver.ts";
import { findOrigins } from "./find-origins.ts";
import { locate } from "./leave-out/locate.ts";
import { toPlace, within } from "./leave-out/place.ts";
import { readSourceFiles } from "./leave-out/source-files.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";

/** Finds the file and line of each issue: the position of the last key of its pointer, before the spec was bundled. */
export async function addLineNumbers(error: SpecError, specDir: string, bundled: BaseResolver): Promise<SpecError> {
  const origins = await findOrigins(bundled, specDir);
  // The bundler changed the files that it read.
  const files = await readSourceFiles(new FileResolver(), specDir);
  const located = error.issues.map((issue): SpecIssue => {
    const { pointer, position } = issue;
    if (pointer === undefined || position !== undefined) return issue;
    const start = startOf(pointer, origins) ?? toPlace(files.root, pointer);
    return { ...issue, ...files.positionOf(locate(files, start).place) };
  });
  return new SpecError(unique(located));
}

/** Without issues of lines for which the lint has an issue. */
function unique(issues: readonly SpecIssue[]): SpecIssue[] {
  const lineOf = ({ file, position }: SpecIssue): string => `${file}:${position?.split(":")[0]}`;
  const linted = new Set(issues.filter(({ ruleId }) => ruleId !== undefined).map(lineOf));
  return issues.filter((issue) => issue.ruleId !== undefined || !linted.has(lineOf(issue)));
}

/** The place of a pointer that leads into a component from another file. */
function startOf(pointer: string, origins: ReadonlyMap<string, string>): string | undefined {
  const [component = ""] = /^#\/components\/[^/]+\/[^/]+/.exec(pointer) ?? [];
  const origin = origins.get(component);
  return origin && parsePointer(pointer.slice(component.length)).reduce(within, origin);
}
