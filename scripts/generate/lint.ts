import { normalize } from "node:path";
import { redocly } from "./redocly.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { tidyMessage, toReadFailure } from "./tidy-message.ts";

/** By default Redocly stops at a hundred issues. */
const LINT = ["lint", "openapi.yaml", "--config", "redocly.yaml", "--format", "json", "--max-problems", "100000"];

/** The rule that generation needs: a valid OpenAPI document. `check` runs the other rules. */
const REJECTING = new Set(["struct", "no-unresolved-refs", "operation-parameters-unique"]);

/**
 * Lints a spec. Throws a `SpecError` with every issue that stops generation, with file and line;
 * returns the others.
 */
export async function lint(specDir: string): Promise<SpecIssue[]> {
  const { code, stdout, stderr } = await redocly(specDir, LINT);
  const issues = readIssues(stdout, specDir);
  const rejecting = issues.filter(({ ruleId = "" }) => REJECTING.has(ruleId));
  if (rejecting.length > 0) throw new SpecError(rejecting);
  if (code !== 0 && issues.length === 0) throw new SpecError([toReadFailure(stderr, specDir)]);
  return issues;
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
