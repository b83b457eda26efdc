import { ConfigurationError } from "./errors.js";

/** Returns the URL that paths are appended to, without a slash at its end. Throws `ConfigurationError`, which shows no part of it. */
export function checkBaseUrl(value: string, allowInsecureHttp = false): string {
  const url = parse(value);
  if (!url) throw new ConfigurationError("baseUrl", "must be an absolute URL, such as https://example.com");
  if (url.username || url.password) throw new ConfigurationError("baseUrl", "must not hold credentials");
  // The text, since an empty query or fragment leaves no trace in the parsed URL.
  if (/[?#]/.test(value)) throw new ConfigurationError("baseUrl", "must not have a query or a fragment");
  const secure =
    url.protocol === "https:" || (url.protocol === "http:" && (allowInsecureHttp || isLoopback(url.hostname)));
  if (!secure)
    throw new ConfigurationError("baseUrl", "must be https; http is for loopback, or with allowInsecureHttp");
  return url.href.replace(/\/+$/, "");
}

function parse(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}

/** The host as a parsed URL has it: IPv4 in four decimal parts, IPv6 in its shortest form. */
function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}
