import { defaultServer } from "../openapi/default-server.ts";
import type { Document, Server } from "../openapi/document.ts";
import type { Change } from "./bump.ts";
import { operationPairs } from "./operation-pairs.ts";

/** Changes of the default server, which gets calls and the key. Redocly ignores the order of servers. */
export function diffServers(base: Document, next: Document): Change[] {
  const ofDocument = compareUrls("servers 0", "The default server", base.servers, next.servers);
  const ofOperations = operationPairs(base, next).flatMap((pair) => {
    const [before, after] = [pair.base, pair.next].map(({ item, object }) => object.servers ?? item.servers);
    if (before === undefined && after === undefined) return [];
    const title = `The default server of \`${pair.subject}\``;
    return compareUrls(pair.subject, title, before ?? base.servers, after ?? next.servers);
  });
  return [...ofDocument, ...ofOperations];
}

function compareUrls(subject: string, title: string, base?: readonly Server[], next?: readonly Server[]): Change[] {
  const [before, after] = [defaultServer(base).url, defaultServer(next).url];
  if (before === after) return [];
  const reason = `${title} is no longer \`${before}\` but \`${after}\`, which now gets the key.`;
  return [{ bump: "major", subject, reason }];
}
