import { apiKeyHeader } from "@serviceform/types";

/** A request to print. */
export interface PrintedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What curl sets itself, or what only a browser sends. */
const OMITTED = /^(host|connection|content-length|accept-encoding|user-agent|accept-language|origin|referer|sec-.*)$/;

/** Prints a request as a curl command for a POSIX shell, with the key from the environment. */
export function renderCurl({ method, url, headers, body }: PrintedRequest): string {
  // A NUL cannot be an argument, so such a body comes through a pipe.
  const isPiped = body.includes("\0");
  const sent = Object.entries(headers).filter(([name]) => name !== apiKeyHeader && !OMITTED.test(name));
  const lines = [
    // Brackets and braces would be read as a range.
    `curl ${/[[\]{}]/.test(url) ? "--globoff " : ""}${method === "GET" ? "" : `-X ${method} `}${quote(url)}`,
    `-H "${apiKeyHeader}: $SERVICEFORM_API_KEY"`,
    ...sent.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === "" ? [] : [isPiped ? "--data-binary @-" : `--data-raw ${quote(body)}`]),
  ];
  return (isPiped ? `printf %b ${quote(escapeForPrintf(body))} | ` : "") + lines.join(" \\\n  ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function escapeForPrintf(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\0", "\\0000");
}
