import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Input } from "../input/validate-input.js";

const LIFETIME_MS = 5 * 60_000;

/** Tokens that allow one write of one operation with one input, once and within five minutes. */
export interface Confirmations {
  create(operationId: string, input: Input): string;
  /** Whether the token is valid for this write. A valid token is consumed. */
  take(token: string, operationId: string, input: Input): boolean;
}

export function createConfirmations(): Confirmations {
  const secret = randomBytes(32);
  const used = new Map<string, number>();
  const sign = (operationId: string, input: Input, issued: string, nonce: string): Buffer => {
    const entries = Object.entries(input).sort(([one], [other]) => (one < other ? -1 : 1));
    return createHmac("sha256", secret)
      .update(JSON.stringify([operationId, entries, issued, nonce]))
      .digest();
  };
  return {
    create(operationId, input) {
      const issued = Date.now().toString(36);
      const nonce = randomBytes(6).toString("base64url");
      return [issued, nonce, sign(operationId, input, issued, nonce).toString("base64url")].join(".");
    },
    take(token, operationId, input) {
      const now = Date.now();
      for (const [nonce, expires] of used) if (expires <= now) used.delete(nonce);
      const [issued = "", nonce = "", signature = ""] = token.split(".");
      const expected = sign(operationId, input, issued, nonce);
      const received = Buffer.from(signature, "base64url");
      const expires = Number.parseInt(issued, 36) + LIFETIME_MS;
      const isValid = received.length === expected.length && timingSafeEqual(received, expected) && now < expires;
      if (!isValid || used.has(nonce)) return false;
      used.set(nonce, expires);
      return true;
    },
  };
}
