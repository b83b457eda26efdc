import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { Document } from "../openapi/document.ts";

/** The first part of a document that OpenAPI does not allow, as the end of a sentence; undefined if there is none. */
export async function findInvalidPart(document: Document): Promise<string | undefined> {
  const config = await createConfig({ rules: { struct: "error" } });
  const [problem] = await lintFromString({ source: JSON.stringify(document), config });
  if (problem === undefined) return undefined;
  const message = problem.message.replaceAll(/\s+/g, " ").replace(/\.$/, "");
  return `is invalid at ${problem.location[0]?.pointer ?? "#/"}: ${message}`;
}
