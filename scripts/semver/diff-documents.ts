import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Document } from "../openapi/document.ts";
import { findReach } from "../openapi/reach.ts";
import { alignSchemas } from "./align-schemas.ts";
import type { Change } from "./bump.ts";
import { diffSecurity } from "./diff-security.ts";
import { diffServers } from "./diff-servers.ts";
import { locate, type RedoclyDifference } from "./difference.ts";
import { nameParameters } from "./name-parameters.ts";
import { rateDifference } from "./rate-difference.ts";
import { redocly } from "./redocly.ts";

/** The differences between two documents, by `redocly diff` and for the parts that it ignores. */
export async function diffDocuments(givenBase: Document, givenNext: Document): Promise<Change[]> {
  const [base, next] = alignSchemas(nameParameters(givenBase), nameParameters(givenNext));
  const differences = await runDiff(base, next);
  const reaches = { base: findReach(base), next: findReach(next) };
  return [
    ...differences.map((difference) => rateDifference(locate(difference, next, reaches))),
    ...diffServers(base, next),
    ...diffSecurity(base, next),
  ];
}

async function runDiff(base: Document, next: Document): Promise<RedoclyDifference[]> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-semver-"));
  await Promise.all([
    writeFile(join(scratch.path, "base.json"), write(base)),
    writeFile(join(scratch.path, "next.json"), write(next)),
  ]);
  const args = ["diff", "base.json", "next.json", "--format", "json", "--fail-on", "none"];
  const { code, stdout, stderr } = await redocly(scratch.path, args);
  if (code !== 0) throw new Error(`redocly diff failed: ${stderr}`);
  const { changes } = JSON.parse(stdout) as { changes: RedoclyDifference[] };
  // The first of two equal reasons for a place is kept: Redocly reports the cause, our rules its consequence.
  return changes.toSorted((one, other) => Number(other.verdicts.length > 0) - Number(one.verdicts.length > 0));
}

/** Keywords whose values Redocly does not compare if they are objects or lists. */
const VALUES = /^(default|example|value|x-(?!pagination$).+)$/;
/** Objects whose keys are names, not keywords. */
const NAMES = new Set([
  ...["callbacks", "encoding", "examples", "headers", "links", "mapping", "parameters", "properties"],
  ...["requestBodies", "responses", "schemas", "securitySchemes", "variables"],
]);

/** Serializes those values, and writes an open object in one way. */
function write(document: Document): string {
  const named = new WeakSet<object>();
  return JSON.stringify(document, function (this: object, key, value: unknown) {
    if (typeof value !== "object" || value === null || named.has(this)) return value;
    if (NAMES.has(key)) named.add(value);
    if (key === "additionalProperties" && isDeepStrictEqual(value, {})) return true;
    return VALUES.test(key) ? JSON.stringify(value) : value;
  });
}
