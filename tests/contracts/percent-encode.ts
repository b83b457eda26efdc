import { Buffer } from "node:buffer";

/** Percent-encodes all bytes but those that RFC 2396 calls unreserved. */
export function percentEncode(value: unknown): string {
  return Array.from(Buffer.from(String(value), "utf8"), (byte) => {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9\-_.!~*'()]/.test(character)) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
