import { join, relative, resolve } from "node:path";
import { bundle as bundleFiles, createConfig, getLineColLocation, type NormalizedProblem } from "@redocly/openapi-core";
import type { Document } from "../openapi/document.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { tidyMessage, toReadFailure } from "./tidy-message.ts";

/**
 * Resolves the files of a spec into one document, by the release of Redocly's library that openapi-typescript loads
 * anyway. Throws a `SpecError` for each broken reference, with file and line.
 */
export async function bundle(specDir: string): Promise<Document> {
  const config = await createConfig({});
  const { bundle: bundled, problems } = await bundleFiles({ ref: join(specDir, "openapi.yaml"), config });
  if (problems.length > 0) throw new SpecError(problems.map((problem) => toIssue(problem, specDir)));
  return bundled.parsed as Document;
}

function toIssue({ message, location: [place] }: NormalizedProblem, specDir: string): SpecIssue {
  if (place === undefined) return toReadFailure(message, specDir);
  const { line, col } = getLineColLocation(place).start;
  const isMapping = place.pointer?.includes("/discriminator/mapping/");
  const advice = isMapping ? "; write what a discriminator maps to as a reference, such as ./Dog.yaml" : "";
  return {
    file: relative(resolve(specDir), place.source.absoluteRef),
    position: `${line}:${col}`,
    message: `${tidyMessage(message, specDir)}${advice}.`,
  };
}
