import { causesOf } from "./copy-cause.js";
import { isServiceformError } from "./errors.js";
import type { Connection, Rethrown } from "./outcome.js";
import { readField } from "./read-field.js";

/** No connection was made: the name was not resolved, or nobody took the connection. Bun has words of its own. */
const NEVER_CONNECTED =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
/** A connection was there and is gone, perhaps with a request on it. */
const LOST = /^(ECONNRESET|EPIPE|UND_ERR_(SOCKET|HEADERS_TIMEOUT|BODY_TIMEOUT|ABORTED))$/;
/** OpenSSL's codes for a certificate that is not trusted. */
const CERTIFICATE = /CERT|^(UNABLE_TO_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;
/** Deno has no codes, only words. */
const DENO_CONNECT = "client error (Connect)";
const DENO_CERTIFICATE = "invalid peer certificate";

/** What is thrown with this symbol is for somebody above the client, such as a sandbox that breaks its contract. */
const RETHROW = /* @__PURE__ */ Symbol.for("@serviceform/rethrow");

/** How an attempt ended whose `fetch`, or whose reading of the body, rejected with this. */
export function toFailure(cause: unknown): Connection | Rethrown {
  if (steersSomebody(cause)) return { kind: "rethrown", error: cause };
  const failure: Connection = {
    kind: "connection",
    cause,
    problem: `no usable answer${codeOf(cause)}`,
    ambiguous: true,
    transient: true,
  };
  // Another client has made its attempts already, and knows more than this one.
  if (isServiceformError(cause)) {
    return { ...failure, problem: "fetch rejected with an error of another client", transient: false };
  }
  const codes = textsOf(cause, "code");
  const messages = textsOf(cause, "message");
  if (codes.some((code) => LOST.test(code))) return failure;
  if (codes.some((code) => CERTIFICATE.test(code)) || messages.some((message) => message.includes(DENO_CERTIFICATE))) {
    return { ...failure, ambiguous: false, transient: false };
  }
  const neverSent =
    codes.some((code) => NEVER_CONNECTED.test(code)) ||
    textsOf(cause, "syscall").includes("connect") ||
    messages.some((message) => message.includes(DENO_CONNECT));
  return neverSent ? { ...failure, ambiguous: false } : failure;
}

/** Frameworks throw promises, and errors with a digest, to have a page rendered otherwise or later. */
export function steersSomebody(cause: unknown): boolean {
  return (
    typeof readField(cause, "then") === "function" ||
    typeof readField(cause, "digest") === "string" ||
    typeof readField(cause, "$$typeof") === "symbol" ||
    readField(cause, RETHROW) === true
  );
}

/** The system's code, such as ECONNRESET, which runtimes put on the error or on a cause of it. */
function codeOf(cause: unknown): string {
  const code = textsOf(cause, "code").find((text) => /^[A-Z_\d]+$/.test(text));
  return code ? ` (${code})` : "";
}

/** What a failure and its causes say in a field. */
function textsOf(cause: unknown, field: string): string[] {
  return causesOf(cause)
    .map((one) => readField(one, field))
    .filter((value) => typeof value === "string");
}
