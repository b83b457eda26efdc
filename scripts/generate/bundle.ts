import { join } from "node:path";
import { type BaseResolver, bundle as bundleFiles, createConfig, type NormalizedProblem } from "@redocly/openapi-core";
import type { Document } from "../openapi/document.ts";
import { unescapePointer } from "../openapi/pointer.ts";
import { isAboutData } from "./is-about-data.ts";
import { SpecError } from "./spec-error.ts";
import { toSpecIssue } from "./spec-issue.ts";
import { SpecResolver } from "./spec-resolver.ts";

/**
 * Resolves the files of a spec into one document, by the release of Redocly's library that openapi-typescript loads
 * anyway. Throws a `SpecError` for each broken reference, with file and line.
 */
export async function bundle(
  specDir: string,
  externalRefResolver: BaseResolver = new SpecResolver(specDir),
): Promise<Document> {
  const config = await createConfig({});
  const { bundle: bundled, problems } = await bundleFiles({
    ref: join(specDir, "openapi.yaml"),
    config,
    externalRefResolver,
  });
  // A warning says that one of two files of the same name got another one.
  const errors = problems.filter(
    (problem) => problem.severity === "error" && !isAboutExample(problem) && !isAboutData(problem),
  );
  if (errors.length > 0) throw new SpecError(errors.map((problem) => toSpecIssue(problem, specDir)));
  unescapeNames(bundled.parsed);
  return bundled.parsed as Document;
}

/** The bundler names a component after the end of a reference to another file as it is, in which `/` is `~1`. */
function unescapeNames({ components }: { components?: Record<string, Record<string, unknown>> }): void {
  for (const section of Object.values(components ?? {})) {
    for (const name of Object.keys(Object(section)).filter((key) => /~[01]/.test(key))) {
      section[unescapePointer(name)] ??= section[name];
      delete section[name];
    }
  }
}

/** An `externalValue` that cannot be read, which is documentation; the lint reports broken references of examples, too. */
function isAboutExample({ location: [place] }: NormalizedProblem): boolean {
  return /\/examples\/[^/]+$/.test(place?.pointer ?? "");
}
