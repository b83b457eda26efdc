import { isDeepStrictEqual } from "node:util";
import type { Document } from "../openapi/document.ts";
import { findExcluded } from "../openapi/excluded.ts";
import { findReach } from "../openapi/reach.ts";
import { alignSchemas } from "./align-schemas.ts";
import type { Change } from "./bump.ts";
import { compareWithRedocly } from "./compare-with-redocly.ts";
import { diffSecurity } from "./diff-security.ts";
import { diffServers } from "./diff-servers.ts";
import { locate, type Places, type RedoclyDifference } from "./difference.ts";
import { findNewOperations } from "./find-new-operations.ts";
import { findReplacedReference } from "./find-replaced-reference.ts";
import { nameParameters } from "./name-parameters.ts";
import { rateDifference } from "./rate-difference.ts";

/** The differences between the documents of each pair, by `redocly diff` and for the parts that it ignores. */
export async function diffDocuments(
  pairs: readonly (readonly [base: Document, next: Document])[],
): Promise<Change[][]> {
  const aligned = pairs.map(([base, next]) => alignSchemas(nameParameters(base), nameParameters(next)));
  const reports = await compareWithRedocly(aligned.map(([base, next]) => [write(base), write(next)]));
  return aligned.map(([base, next], index) => {
    const places = { base: findPlaces(base), next: findPlaces(next) };
    const differences = causesFirst(reports[index] ?? []).filter((difference) => !isReportedElsewhere(difference));
    return [
      ...findNewOperations(base, next),
      ...differences.map((difference) => {
        const change = rateDifference(locate(difference, next, places));
        return { ...change, ...findReplacedReference(difference.path, base, next) };
      }),
      ...diffServers(base, next),
      ...diffSecurity(base, next),
    ];
  });
}

function findPlaces(document: Document): Places {
  return { ...findReach(document), isExcluded: findExcluded(document) };
}

/** `findNewOperations` names new operations; Redocly itself, the parameters to which `nameParameters` gave names. */
function isReportedElsewhere({ kind, typeName, path }: RedoclyDifference): boolean {
  if (kind !== "modified" && NAMED_PARAMETER.test(path)) return true;
  return kind === "added" && ["Operation", "PathItem"].includes(typeName);
}

/** The first of two equal reasons for a place is kept: Redocly reports the cause, our rules its consequence. */
function causesFirst(differences: readonly RedoclyDifference[]): RedoclyDifference[] {
  return differences.toSorted((one, other) => Number(other.verdicts.length > 0) - Number(one.verdicts.length > 0));
}

/** The definition of a parameter such as `GET /pets: limit`. */
const NAMED_PARAMETER = /^#\/components\/parameters\/[^/]+: [^/]+$/;

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
