import type { Document, SecurityScheme } from "../openapi/document.ts";
import type { Change } from "./bump.ts";
import { operationPairs } from "./operation-pairs.ts";

type Requirements = NonNullable<Document["security"]>;

/** Changes of security requirements. Redocly ignores those of operations that replace the document's. */
export function diffSecurity(base: Document, next: Document): Change[] {
  const compare = (subject: string, title: string, before?: Requirements, after?: Requirements): Change[] => {
    const bump = rate(waysIn(base, before), waysIn(next, after));
    if (bump === undefined) return [];
    const [earlier, later] = [describe(before), describe(after)];
    const suffices = bump === "major" ? "no longer suffices" : "still suffices";
    const how = earlier === later ? "in another way" : `instead of ${earlier}, which ${suffices}`;
    const reason = `${title} ${later} ${how}.`;
    return [{ bump, subject, reason }];
  };
  const ofOperations = operationPairs(base, next).flatMap((pair) => {
    const [before, after] = [pair.base.object.security, pair.next.object.security];
    if (before === undefined && after === undefined) return [];
    return compare(pair.subject, `\`${pair.subject}\` takes`, before ?? base.security, after ?? next.security);
  });
  return [...compare("security", "Calls take", base.security, next.security), ...ofOperations];
}

/** Such as `key` with `account`, or `token`. */
function describe(requirements: Requirements = []): string {
  const ways = requirements.map((requirement) => {
    const names = Object.entries(requirement).map(([name, scopes]) => [`\`${name}\``, ...scopes].join(" "));
    return names.join(" with ") || "no credentials";
  });
  return ways.join(" or ") || "no credentials";
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

function rate(before: readonly Way[], after: readonly Way[]): "major" | "minor" | undefined {
  if (!before.every((way) => isEnough(way, after))) return "major";
  return after.every((way) => isEnough(way, before)) ? undefined : "minor";
}

function isEnough(way: Way, accepted: readonly Way[]): boolean {
  return accepted.some((required) => [...required].every((credential) => way.has(credential)));
}
