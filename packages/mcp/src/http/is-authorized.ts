import { createHash, timingSafeEqual } from "node:crypto";

/** Whether the header has the token. The time that it takes reveals neither the token nor its length. */
export function isAuthorized(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const [, received] = /^Bearer +(\S+)$/i.exec(header ?? "") ?? [];
  return received !== undefined && timingSafeEqual(digest(received), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
