import { join } from "node:path";
import { type BaseResolver, createConfig, lint as lintFiles } from "@redocly/openapi-core";
import { isAboutData } from "./is-about-data.ts";
import { toPlace } from "./leave-out/place.ts";
import type { PlacedIssue } from "./leave-out/select-operations.ts";
import { SpecError } from "./spec-error.ts";
import { toSpecIssue } from "./spec-issue.ts";
import { SpecResolver } from "./spec-resolver.ts";
import { toReadFailure } from "./tidy-message.ts";

/** The rules that generation needs: a valid OpenAPI document. `check` runs the other rules of the spec. */
const RULES = { struct: "error", "no-unresolved-refs": "error", "operation-parameters-unique": "error" } as const;

/** Documents write `nullable` beside `allOf` alone for a value or null, which the reader of schemas supports. */
const SUPPORTED = "The `type` field must be defined when the `nullable` field is used.";

/**
 * Lints the files of a spec. Throws a `SpecError` with every issue that stops generation, with file and line; a
 * `RangeError` if references lead from schema to schema so often that the stack overflows.
 */
export async function lint(
  specDir: string,
  externalRefResolver: BaseResolver = new SpecResolver(specDir),
): Promise<void> {
  const issues = await findLintIssues(specDir, externalRefResolver);
  if (issues.length > 0) throw new SpecError(issues.map(({ issue }) => issue));
}

/** The issues that stop generation, and their places. Throws a `SpecError` if the document cannot be read. */
export async function findLintIssues(specDir: string, externalRefResolver: BaseResolver): Promise<PlacedIssue[]> {
  const config = await createConfig({ rules: RULES });
  const ref = join(specDir, "openapi.yaml");
  const problems = await lintFiles({ ref, config, externalRefResolver }).catch((error: Error) => {
    if (error instanceof RangeError) throw error;
    throw new SpecError([toReadFailure(error.message, specDir)]);
  });
  const unsupported = problems.filter((problem) => problem.message !== SUPPORTED && !isAboutData(problem));
  return unsupported.map((problem) => {
    const [{ source, pointer } = {}] = problem.location;
    return {
      place: toPlace(source?.absoluteRef ?? "", pointer ?? "#/"),
      issue: { ...toSpecIssue(problem, specDir), ruleId: problem.ruleId },
    };
  });
}
