import { defaultServer, isAbsolute } from "../openapi/default-server.ts";
import type { Server } from "../openapi/document.ts";
import type { AddIssue } from "./add-issue.ts";

/** The URL of the default server, with the defaults of its variables; the others are for `baseUrl`. */
export function readServerUrl(servers: readonly Server[], pointer: string, addIssue: AddIssue): string {
  const { index, url } = defaultServer(servers);
  const { url: template = "", variables = {} } = servers[index] ?? {};
  for (const [, name = ""] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (variables[name]?.default === undefined)
      addIssue(`has a server whose variable "${name}" has no default; add one.`, `${pointer}/${index}/variables`);
  }
  if (!isAbsolute(url))
    addIssue("has no absolute https URL without query and fragment among its servers; add one.", pointer);
  else if (!URL.canParse(url)) addIssue("has a server whose URL is invalid; correct its host or port.", pointer);
  else if (/^https:\/\/[^/]*@/i.test(url))
    addIssue("has a server whose URL has credentials, which fetch rejects; use a security scheme.", pointer);
  return (URL.canParse(url) ? new URL(url).href : url).replace(/\/+$/, "");
}
