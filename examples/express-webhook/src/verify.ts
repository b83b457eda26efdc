import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether the sender knows the secret: `signature` is the HMAC-SHA-256 of the very bytes of the body, in hex. */
export function verify(body: Buffer, signature: string, secret: string): boolean {
  const due = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === due.length && timingSafeEqual(given, due);
}
