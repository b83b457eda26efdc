import type { Document, SecurityScheme } from "../openapi/document.ts";
import type { Change } from "./bump.ts";
import { operationPairs } from "./operation-pairs.ts";

/** Changes of security requirements, including those of operations that replace the document's, which Redocly ignores. */
export function diffSecurity(base: Document, next: Document): Change[] {
  const ofDocument = compareWays("security", waysIn(base, base.security), waysIn(next, next.security));
  const ofOperations = operationPairs(base, next).flatMap((pair) => {
    const [before, after] = [pair.base.object.security, pair.next.object.security];
    if (before === undefined && after === undefined) return [];
    return compareWays(pair.subject, waysIn(base, before ?? base.security), waysIn(next, after ?? next.security));
  });
  return [...ofDocument, ...ofOperations];
}

/** The credentials of one security requirement, each as JSON. */
type Way = ReadonlySet<string>;

/** One of the requirements must be met; an empty list requires nothing. */
function waysIn(document: Document, requirements: readonly Record<string, string[]>[] = []): Way[] {
  if (requirements.length === 0) return [new Set()];
  const schemes: Record<string, object> = document.components?.securitySchemes ?? {};
  return requirements.map((requirement) => {
    const credentials = Object.entries(requirement).flatMap(([name, scopes]) => {
      // What else a scheme has only documents it, or says where a token comes from.
      const { type, in: place, name: title, scheme: kind } = { name, ...schemes[name] } as SecurityScheme;
      const scheme = { type, place, title, kind };
      return [scheme, ...scopes.map((scope) => ({ ...scheme, scope }))];
    });
    return new Set(credentials.map((credential) => JSON.stringify(credential)));
  });
}

function compareWays(subject: string, before: readonly Way[], after: readonly Way[]): Change[] {
  if (!before.every((way) => isEnough(way, after)))
    return [{ bump: "major", subject, reason: `The credentials of \`${subject}\` are no longer enough.` }];
  if (!after.every((way) => isEnough(way, before)))
    return [{ bump: "minor", subject, reason: `\`${subject}\` can be called with other or fewer credentials.` }];
  return [];
}

function isEnough(way: Way, accepted: readonly Way[]): boolean {
  return accepted.some((required) => [...required].every((credential) => way.has(credential)));
}
