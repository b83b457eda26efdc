import type { Document } from "../openapi/document.ts";
import type { Change } from "./bump.ts";
import { type Overridable, operationPairs, type Server } from "./operation-pairs.ts";

/** Changes of the first server, which gets calls and the key by default. Redocly ignores the order of servers. */
export function diffServers(base: Document, next: Document): Change[] {
  const ofDocument = compareUrls("servers 0", base.servers, next.servers);
  const ofOperations = operationPairs(base, next).flatMap((pair) => {
    const [before, after] = [ownServers(pair.base), ownServers(pair.next)];
    if (before === undefined && after === undefined) return [];
    return compareUrls(pair.subject, before ?? base.servers, after ?? next.servers);
  });
  return [...ofDocument, ...ofOperations];
}

function ownServers({ item, object }: Record<"item" | "object", Overridable>): readonly Server[] | undefined {
  return object.servers ?? item.servers;
}

function compareUrls(subject: string, base?: readonly Server[], next?: readonly Server[]): Change[] {
  const [before, after] = [defaultUrl(base), defaultUrl(next)];
  if (before === after) return [];
  const reason = `The default server of \`${subject}\` is no longer \`${before}\` but \`${after}\`, which now gets the key.`;
  return [{ bump: "major", subject, reason }];
}

/** OpenAPI 3.0, Server Object: without servers it is `/`. */
function defaultUrl(servers: readonly Server[] = []): string {
  const [{ url, variables = {} } = { url: "/" } as Server] = servers;
  return url.replaceAll(/\{([^}]+)\}/g, (variable, name: string) => variables[name]?.default ?? variable);
}
