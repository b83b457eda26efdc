import { join, normalize, relative, resolve as toAbsolute } from "node:path";
import { bundle as bundleFiles, createConfig, getLineColLocation, type NormalizedProblem } from "@redocly/openapi-core";
import type { Document } from "../openapi/document.ts";
import { redocly } from "./redocly.ts";
import { type Problem, SpecError } from "./spec-error.ts";

/** All problems are reported: by default Redocly stops at a hundred. */
const LINT = ["lint", "openapi.yaml", "--config", "redocly.yaml", "--format", "json", "--max-problems", "100000"];

/** Rules for what `render-describe.ts` has a default for: `check` asks for it, generation does without. */
const LEFT_TO_CHECK = ["rule/noun-required", "house/key-required", "house/summary-count"];

/** Lints the spec and resolves it into one document; throws one sentence per problem, with file and line. */
export function bundle(specDir: string): Promise<Document> {
  return bundleInto(specDir, (document) => document);
}

/** Makes something of the document while the lint, which takes longer, is still under way; their problems are one list. */
export async function bundleInto<Made>(
  specDir: string,
  make: (document: Document) => Made | Promise<Made>,
): Promise<Made> {
  const [linted, made] = await Promise.allSettled([lint(specDir), resolve(specDir).then(make)]);
  // What the lint has to say comes first, and hides nothing but failures that follow from it.
  if (linted.status === "rejected") throw withProblemsOf(linted.reason, made);
  if (made.status === "rejected") throw made.reason;
  return made.value;
}

function withProblemsOf(linted: unknown, made: PromiseSettledResult<unknown>): unknown {
  const isBoth = linted instanceof SpecError && made.status === "rejected" && made.reason instanceof SpecError;
  return isBoth ? new SpecError([...linted.problems, ...made.reason.problems]) : linted;
}

async function lint(specDir: string): Promise<void> {
  const skipped = LEFT_TO_CHECK.flatMap((rule) => ["--skip-rule", rule]);
  const { code, stdout, stderr } = await redocly(specDir, [...LINT, ...skipped]);
  const problems = readProblems(stdout, specDir);
  if (problems.length > 0) throw new SpecError(problems);
  if (code !== 0) throw new SpecError([readFailure(stderr, specDir)]);
}

/** In this process, by the release of Redocly's library that openapi-typescript loads anyway. */
async function resolve(specDir: string): Promise<Document> {
  const config = await createConfig({});
  const { bundle: bundled, problems } = await bundleFiles({ ref: join(specDir, "openapi.yaml"), config });
  if (problems.length > 0) throw new SpecError(problems.map((problem) => describe(problem, specDir)));
  return bundled.parsed as Document;
}

function describe({ message, location: [place] }: NormalizedProblem, specDir: string): Problem {
  if (place === undefined) return readFailure(message, specDir);
  const { line, col } = getLineColLocation(place).start;
  const isMapping = place.pointer?.includes("/discriminator/mapping/");
  const advice = isMapping ? "; write what a discriminator maps to as a reference, such as ./Dog.yaml" : "";
  return {
    file: relative(toAbsolute(specDir), place.source.absoluteRef),
    position: `${line}:${col}`,
    sentence: `${tidy(message, specDir)}${advice}.`,
  };
}

interface Report {
  problems: {
    message: string;
    ruleId: string;
    location: { source: { ref: string }; start?: { line: number; col: number } }[];
  }[];
}

function readProblems(report: string, specDir: string): Problem[] {
  if (!report.trimStart().startsWith("{")) return [];
  const { problems } = JSON.parse(report) as Report;
  return problems.map(({ message, ruleId, location: [place] }) => ({
    file: normalize(place?.source.ref ?? "openapi.yaml"),
    position: place?.start && `${place.start.line}:${place.start.col}`,
    sentence: tidy(message, specDir),
    ruleId,
  }));
}

/** When Redocly gives up before the first rule, it says why on stderr, below a heading. */
function readFailure(said: string, specDir: string): Problem {
  const [, reason = said] = said.match(/^ {2}- (.*)$/m) ?? [];
  const [, position] = reason.match(/\((\d+:\d+)\)/) ?? [];
  return { file: "openapi.yaml", position, sentence: `The file cannot be read: ${tidy(reason, specDir)}` };
}

function tidy(message: string, specDir: string): string {
  return message.replaceAll(`${specDir}/`, "").replaceAll(/\s+/g, " ").trim();
}
