import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Document } from "./document.ts";
import { SpecError } from "./spec-error.ts";

/** Lints the spec and resolves it into one document; throws one sentence per problem, with file and line. */
export async function bundle(specDir: string): Promise<Document> {
  const scratch = await mkdtemp(join(tmpdir(), "serviceform-bundle-"));
  try {
    const target = join(scratch, "openapi.json");
    const config = ["--config", "redocly.yaml"];
    const [lint, bundled] = await Promise.all([
      redocly(specDir, ["lint", "openapi.yaml", "--format", "json", ...config]),
      redocly(specDir, ["bundle", "openapi.yaml", "--output", target, ...config]),
    ]);
    const problems = readProblems(lint.stdout, specDir);
    if (problems.length > 0) throw new SpecError(problems.join("\n"));
    if (lint.code !== 0 || bundled.code !== 0) {
      throw new SpecError(`spec/openapi.yaml cannot be bundled:\n${lint.stderr}${bundled.stderr}`);
    }
    return JSON.parse(await readFile(target, "utf8")) as Document;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function redocly(cwd: string, args: string[]): Promise<Run> {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  const cli = join(dirname(manifest), "bin/cli.js");
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, stdout, stderr });
    });
  });
}

interface Problem {
  message: string;
  ruleId: string;
  location: { source: { ref: string }; start?: { line: number; col: number }; pointer?: string }[];
}

function readProblems(report: string, specDir: string): string[] {
  if (!report.trimStart().startsWith("{")) return [];
  const { problems } = JSON.parse(report) as { problems: Problem[] };
  return problems.map(({ message, ruleId, location: [place] }) => {
    const file = place === undefined ? "openapi.yaml" : relative(specDir, join(specDir, place.source.ref));
    const line = place?.start === undefined ? "" : `:${place.start.line}:${place.start.col}`;
    return `spec/${file}${line}: ${message.replaceAll(/\s+/g, " ").trim()} (${ruleId})`;
  });
}
