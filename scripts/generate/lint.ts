import { normalize } from "node:path";
import { redocly } from "./redocly.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { tidyMessage, toReadFailure } from "./tidy-message.ts";

/** By default Redocly stops at a hundred issues. */
const LINT = ["lint", "openapi.yaml", "--config", "redocly.yaml", "--format", "json", "--max-problems", "100000"];

/** Rules for what `render-describe.ts` has a default for: `check` applies them, generation does not. */
const LEFT_TO_CHECK = ["rule/noun-required", "house/key-required", "house/summary-count"];

/** Throws a `SpecError` with every issue that the rules of the spec find, each with file and line. */
export async function lint(specDir: string): Promise<void> {
  const skipped = LEFT_TO_CHECK.flatMap((rule) => ["--skip-rule", rule]);
  const { code, stdout, stderr } = await redocly(specDir, [...LINT, ...skipped]);
  const issues = readIssues(stdout, specDir);
  if (issues.length > 0) throw new SpecError(issues);
  if (code !== 0) throw new SpecError([toReadFailure(stderr, specDir)]);
}

interface Report {
  problems: {
    message: string;
    ruleId: string;
    location: { source: { ref: string }; start?: { line: number; col: number } }[];
  }[];
}

function readIssues(report: string, specDir: string): SpecIssue[] {
  if (!report.trimStart().startsWith("{")) return [];
  const { problems } = JSON.parse(report) as Report;
  return problems.map(({ message, ruleId, location: [place] }) => ({
    file: normalize(place?.source.ref ?? "openapi.yaml"),
    position: place?.start && `${place.start.line}:${place.start.col}`,
    message: tidyMessage(message, specDir),
    ruleId,
  }));
}
