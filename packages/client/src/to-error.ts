import { isRecord, parseErrorBody } from "./body.js";
import type { Call } from "./call.js";
import { type AnyServiceformError, ApiError, ConnectionError, ResponseError, TimeoutError } from "./errors.js";
import type { Failure } from "./outcome.js";

/** Says what happened, as the error that the caller gets. The caller's own abort is not among them. */
export function toError(call: Call, failure: Exclude<Failure, { kind: "aborted" }>, text: string): AnyServiceformError {
  switch (failure.kind) {
    case "status": {
      const { status, retryAfterMs, response } = failure;
      const body = parseErrorBody(text, response.headers);
      const what = `the API answered ${status}${quote(body, call.key)}`;
      return new ApiError(what, call, { status, body, headers: response.headers, retryAfterMs });
    }
    case "malformed": {
      const { response, why, preview, cause } = failure;
      return new ResponseError(
        `the API answered ${response.status} ${why}`,
        call,
        response.status,
        preview,
        because(cause),
      );
    }
    case "redirect":
      return new ConnectionError(`refused a redirect${targetOf(failure.response, call)}`, call);
    case "connection":
      return new ConnectionError(`no usable answer arrived${codeOf(failure.cause)}`, call, because(failure.cause));
    case "timeout":
      return new TimeoutError(
        `${failure.limit} of ${failure.limitMs} ms ran out`,
        call,
        failure.limit,
        failure.limitMs,
      );
    case "refused":
      return failure.error.at(call);
    default:
      return failure satisfies never;
  }
}

const MAX_QUOTE_LENGTH = 200;

/** What the API says about its error, on one line and without the key that it may echo. */
function quote(body: unknown, key: string): string {
  if (!isRecord(body) || typeof body.message !== "string") return "";
  const message = body.message
    .replaceAll(key, "***")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return ` "${message.slice(0, MAX_QUOTE_LENGTH)}"`;
}

/** Only the origin: the rest of a target may hold what is private. */
function targetOf({ headers, redirected, url }: Response, call: Call): string {
  const target = redirected ? url : headers.get("location");
  if (target === null || !URL.canParse(target, call.target)) return "";
  return ` to ${new URL(target, call.target).origin}`;
}

/** The system's code, such as ECONNRESET, which runtimes put into the error or into its cause. */
function codeOf(cause: unknown): string {
  const { code, cause: inner } = isRecord(cause) ? cause : {};
  if (typeof code === "string" && /^[A-Z][A-Z\d_]+$/.test(code)) return ` (${code})`;
  return inner ? codeOf(inner) : "";
}

function because(cause: unknown): ErrorOptions | undefined {
  return cause === undefined ? undefined : { cause };
}
