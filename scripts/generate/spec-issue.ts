import { relative, resolve } from "node:path";
import { getLineColLocation, type NormalizedProblem } from "@redocly/openapi-core";
import type { SpecIssue } from "./spec-error.ts";
import { tidyMessage, toReadFailure } from "./tidy-message.ts";

/** An issue that Redocly found in the files of a spec, with its file and line. */
export function toSpecIssue({ message, location: [place] }: NormalizedProblem, specDir: string): SpecIssue {
  if (place === undefined) return toReadFailure(message, specDir);
  const { line, col } = getLineColLocation(place).start;
  const isMapping = place.pointer?.includes("/discriminator/mapping/");
  const advice = isMapping ? "; write what a discriminator maps to as a reference, such as ./Dog.yaml" : "";
  return {
    file: relative(resolve(specDir), place.source.absoluteRef),
    position: `${line}:${col}`,
    message: `${tidyMessage(message, specDir)}${advice}`,
  };
}
