import { isIP } from "node:net";

/**
 * Whether a text is an IP address or a host name, without scheme, port and zone. An empty text would mean every address
 * of the machine; a name that a URL parser changes (`0`, `127.1`) or rejects could not be called.
 */
export function isHost(value: unknown): value is string {
  if (typeof value !== "string") return false;
  if (isIP(value) !== 0) return !value.includes("%");
  // Compose files allow underscores too.
  if (!/^[a-z\d_](?:[a-z\d._-]*[a-z\d_])?$/i.test(value) || !URL.canParse(`http://${value}`)) return false;
  return new URL(`http://${value}`).hostname === value.toLowerCase();
}
