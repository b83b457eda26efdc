import type { Server } from "../openapi/document.ts";
import type { AddIssue } from "./add-issue.ts";

/** The URL of the first server, with the defaults of its variables; the others are for `baseUrl`. */
export function readServerUrl([server]: readonly Server[], pointer: string, addIssue: AddIssue): string {
  const { url: template = "", variables = {} } = server ?? {};
  const url = template.replaceAll(/\{([^{}]*)\}/g, (text, name: string) => {
    const { default: value } = variables[name] ?? {};
    if (value === undefined)
      addIssue(`has a server whose variable "${name}" has no default; add one.`, `${pointer}/0/variables`);
    return value ?? text;
  });
  if (!/^https:\/\/[^?#/\p{Cc}]+[^?#\p{Cc}]*$/iu.test(url))
    addIssue("has no absolute https URL without query and fragment as its first server; name one.", pointer);
  else if (!URL.canParse(url)) addIssue("has a first server whose URL is invalid; correct its host or port.", pointer);
  else if (/^https:\/\/[^/]*@/i.test(url))
    addIssue("has a first server whose URL has credentials, which fetch rejects; use a security scheme.", pointer);
  return (URL.canParse(url) ? new URL(url).href : url).replace(/\/+$/, "");
}
