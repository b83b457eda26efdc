import { serverUrl } from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";
import { parseUrl } from "../parse-url.js";

/**
 * Loopback as a parsed URL writes it: IPv4 in four decimal parts, IPv6 in its shortest form. Names below `localhost`,
 * and `localhost.`, are excluded, since some systems ask DNS for them.
 */
const LOOPBACK = /^localhost$|^127(\.\d+){3}$|^\[::(1|ffff:7f[\da-f]{2}:[\da-f]+)\]$/;

/** Returns the URL that paths are appended to, without a trailing slash. Throws `InvalidInput`. */
export function parseBaseUrl(text: string, allowsInsecureHttp: () => boolean): string {
  // Is valid, and React Native before 0.80 cannot read the parts of a URL.
  if (text === serverUrl) return text;
  const url = parseUrl(text);
  if (!url) {
    throw new InvalidInput("invalid_base_url", "baseUrl", "baseUrl must be an absolute URL");
  }
  const { protocol, hostname, username, password, href } = url;
  // Tested on the text, since the parsed URL encodes braces, and does not show an empty query or fragment.
  if (username || password || /[?#{}]/.test(text)) {
    const message = "baseUrl must have no credentials, query, fragment or braces";
    throw new InvalidInput("invalid_base_url", "baseUrl", message);
  }
  const isAllowed = protocol === "http:" && (LOOPBACK.test(hostname) || allowsInsecureHttp());
  if (protocol !== "https:" && !isAllowed) {
    const message = "baseUrl must use https; http needs a loopback host or allowInsecureHttp";
    throw new InvalidInput("insecure_base_url", "baseUrl", message);
  }
  return href.replace(/\/+$/, "");
}
