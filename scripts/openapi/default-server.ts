import type { Server } from "./document.ts";

/** The server that gets calls and the key: the first with an absolute https URL, else the first. */
export interface DefaultServer {
  readonly index: number;
  /** With the defaults of its variables; `/` without servers, as in OpenAPI 3.0. */
  readonly url: string;
}

export function defaultServer(servers: readonly Server[] = []): DefaultServer {
  const urls = servers.map(urlOf);
  const index = Math.max(urls.findIndex(isAbsolute), 0);
  return { index, url: urls[index] ?? "/" };
}

/** Whether a URL is absolute, with https, and without query and fragment. */
export function isAbsolute(url: string): boolean {
  return /^https:\/\/[^?#/\p{Cc}]+[^?#\p{Cc}]*$/iu.test(url);
}

/** A variable without a default stays as it is. */
function urlOf({ url, variables = {} }: Server): string {
  return url.replaceAll(/\{([^{}]*)\}/g, (text, name: string) => variables[name]?.default ?? text);
}
