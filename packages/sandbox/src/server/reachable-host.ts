import { isIPv4, isIPv6 } from "node:net";

/** The host of a URL that reaches a server from its own machine, which a wildcard address does not. */
export function toReachableHost(host: string): string {
  const address = toUrlHost(host);
  if (address === "0.0.0.0") return "127.0.0.1";
  return address === "[::]" ? "[::1]" : address;
}

/** Whether only this machine can reach a server that listens on a host. */
export function isLoopback(host: string): boolean {
  const address = toUrlHost(host);
  return address === "localhost" || address === "[::1]" || (isIPv4(address) && address.startsWith("127."));
}

/** In lower case, and an IPv6 address in brackets and in its shortest form, since it can be written in many. */
function toUrlHost(host: string): string {
  return new URL(`http://${isIPv6(host) ? `[${host}]` : host}`).hostname;
}
