import { isIP } from "node:net";

/**
 * Whether an address names this server in a way that no page of another site can bring about. Such a page may have its
 * own name lead to this machine (DNS rebinding), and what is here would be of its origin. Nobody owns `localhost`, and
 * an IP address is found without DNS; `hosts` are the names that whoever started the server vouches for.
 */
export function isOwnHost({ hostname }: URL, hosts: readonly string[]): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(name) !== 0 || /^(.+\.)?localhost$/.test(name) || hosts.some((host) => name === host.toLowerCase());
}
