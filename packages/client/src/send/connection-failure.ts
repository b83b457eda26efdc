import { BRAND } from "../errors/brand.js";
import { causesOf, innerCauses } from "./copy-cause.js";
import type { Abort, ConnectionFailure } from "./outcome.js";
import { readField } from "./read-field.js";

/**
 * No connection was made: the name was not resolved, or the host rejected the connection. Bun, Deno and node-fetch have
 * their own messages.
 */
const NEVER_CONNECTED =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|UND_ERR_CONNECT_|ConnectionRefused|FailedToOpenSocket)|client error \(Connect\)|reason: connect E/;
/** OpenSSL's codes for a certificate that is not trusted, and Deno's message. Code around `fetch` has similar codes. */
const UNTRUSTED =
  /^(\w*(CERT|CRL)|UNABLE_TO_(DECODE|VERIFY)|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)\b|PATH_LENGTH)|invalid peer certificate/;

/** An error with this symbol is for the code above the client, such as a contract error of the sandbox for a test. */
const RETHROW = /* @__PURE__ */ Symbol.for("@serviceform/rethrow");

/** The outcome of an attempt whose `fetch` rejected with this cause, or whose body did, if there are headers. */
export function toFailure(cause: unknown, headers: Headers | undefined): ConnectionFailure | Abort {
  if (isControlFlow(cause)) return { kind: "aborted", reason: cause };
  // The other client has retried already, and has more information than this one.
  if (readField(cause, BRAND)) {
    const problem = "fetch rejected with an error of another client";
    return { kind: "connection", cause, problem, ambiguous: true, transient: false };
  }
  // The innermost causes are the specific ones: a race of addresses has one for each.
  const roots = causesOf(cause).filter((error) => innerCauses(error).length === 0);
  const isUntrusted = !headers && roots.some((root) => UNTRUSTED.test(describe(root)));
  const ambiguous = !!headers || !(isUntrusted || roots.every(isOfConnecting));
  const problem = `connection failed${systemCode(cause)}`;
  return { kind: "connection", cause, problem, ambiguous, transient: !isUntrusted };
}

function isOfConnecting(root: unknown): boolean {
  return NEVER_CONNECTED.test(describe(root)) || readField(root, "syscall") === "connect";
}

function describe(root: unknown): string {
  const fields = [readField(root, "code"), readField(root, "message")];
  return fields.map((field) => (typeof field === "string" ? field : "-")).join(" ");
}

/** Frameworks throw promises, and errors with a digest, to render a page again or later. */
export function isControlFlow(cause: unknown): boolean {
  return (
    typeof readField(cause, "then") === "function" ||
    typeof readField(cause, "digest") === "string" ||
    typeof readField(cause, "$$typeof") === "symbol" ||
    readField(cause, RETHROW) === true
  );
}

/** The system's code, such as ECONNRESET, which runtimes set on the error or on one of its causes. */
function systemCode(cause: unknown): string {
  const codes = causesOf(cause).map((error) => readField(error, "code"));
  const code = codes.find((value) => typeof value === "string" && /^[A-Z_\d]{1,40}$/.test(value));
  return code ? ` (${code})` : "";
}
