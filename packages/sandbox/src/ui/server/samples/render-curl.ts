import type { OperationId } from "@serviceform/types";
import type { WrittenBody } from "../write-body.js";
import { quote } from "./quote.js";
import { renderCurlTarget } from "./render-credentials.js";

/** A request to render. */
export interface PrintedRequest {
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WrittenBody;
}

/** Headers that curl sets itself, or that only browsers send. */
const OMITTED = /^(host|connection|content-length|accept-encoding|user-agent|accept-language|origin|referer|sec-.*)$/;

/** Renders a request as a curl command for a POSIX shell, with the credentials from the environment. */
export function renderCurl({ operation, method, url, headers, body }: PrintedRequest): string {
  // A NUL cannot be in an argument, so such a body is piped.
  const isPiped = typeof body === "string" && body.includes("\0");
  const isSent = (name: string): boolean =>
    !OMITTED.test(name) && !(name === "content-type" && body instanceof FormData);
  const sent = Object.entries(headers).filter(([name]) => isSent(name));
  const [target = "", ...credentials] = renderCurlTarget(operation, url);
  const lines = [
    // curl would expand brackets and braces as a range.
    `curl ${/[[\]{}]/.test(url) ? "--globoff " : ""}${method === "GET" ? "" : `-X ${method} `}${target}`,
    ...credentials,
    ...sent.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(isPiped ? ["--data-binary @-"] : renderBody(body)),
  ];
  return (isPiped ? `printf %b ${quote(escapeForPrintf(body))} | ` : "") + lines.join(" \\\n  ");
}

/** Files and bytes are read from the folder in which the command runs. */
function renderBody(body: WrittenBody): string[] {
  if (body instanceof Uint8Array) return ["--data-binary @body"];
  if (typeof body === "string") return body === "" ? [] : [`--data-raw ${quote(body)}`];
  return [...body].map(([name, value]) => {
    if (typeof value === "string") return `--form-string ${quote(`${name}=${value}`)}`;
    const type = value.type === "" ? "" : `;type=${value.type}`;
    return `-F ${quote(`${name}=@"${value.name.replace(/["\\]/g, "\\$&")}"${type}`)}`;
  });
}

function escapeForPrintf(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\0", "\\0000");
}
