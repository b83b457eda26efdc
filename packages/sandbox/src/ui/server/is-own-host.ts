import { isIP } from "node:net";

/**
 * Whether a URL addresses this server in a way that a page of another site cannot cause. Such a page can resolve its
 * own name to this machine (DNS rebinding), and the data here would be of its origin. Nobody owns `localhost`, and an
 * IP address needs no DNS; `hosts` are names that the user who started the server trusts.
 */
export function isOwnHost({ hostname }: URL, hosts: readonly string[]): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(name) !== 0 || /^(.+\.)?localhost$/.test(name) || hosts.some((host) => name === host.toLowerCase());
}
