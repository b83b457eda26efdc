import type { CallInfo } from "../errors/call-info.js";
import { type AnyServiceformError, ApiError, ConnectionError, ResponseError, TimeoutError } from "../errors/errors.js";
import { toConfigurationError } from "../errors/invalid-input.js";
import { parseUrl } from "../parse-url.js";
import type { Call } from "../request/call.js";
import { withFallback } from "../with-fallback.js";
import { copyCause } from "./copy-cause.js";
import type { InvalidBody, ReportedFailure, StatusFailure } from "./outcome.js";
import { parseErrorBody } from "./parse-error-body.js";
import { type Progress, toCallInfo } from "./progress.js";
import { createRedact, type Redact, truncate } from "./redact.js";
import { headersOf } from "./response.js";

/** Creates the error for the caller from a failure. */
export function toError(call: Call, failure: ReportedFailure, progress: Progress): AnyServiceformError {
  const callInfo = toCallInfo(call, progress);
  const redact = createRedact(progress.apiKeys, call.requestUrl);
  switch (failure.kind) {
    case "status":
      return toApiError(failure, callInfo, redact);
    case "invalid-body":
      return toResponseError(failure, callInfo);
    case "redirect":
      return new ConnectionError(`redirect${describeTarget(failure.response, call)} was not followed`, callInfo);
    case "connection": {
      const cause = copyCause(failure.cause, redact);
      return new ConnectionError(failure.problem, callInfo, {}, { cause });
    }
    case "timeout": {
      const { limit, limitMs } = failure;
      return new TimeoutError(`timed out after ${limitMs} ms (${limit})`, callInfo, { limit, limitMs });
    }
    case "invalid-key":
      return toConfigurationError(failure.error, callInfo);
    default:
      return failure satisfies never;
  }
}

function toApiError(failure: StatusFailure, callInfo: CallInfo, redact: Redact): ApiError {
  const { status, retryAfterMs, response, unreadable, text } = failure;
  const original = headersOf(response);
  // A copy, since those of a mock can be changed; hand-made ones may have `get` only, or invalid names.
  const headers = withFallback(() => new Headers([...original]), original);
  const body = parseErrorBody(text, headers);
  const detail = unreadable ? `, but ${unreadable}` : quoteMessage(body, redact);
  return new ApiError(`API responded with ${status}${detail}`, callInfo, { status, retryAfterMs }, { body, headers });
}

const MAX_QUOTE_LENGTH = 200;

/** The API's own message on one line, without the key or the query, which it may echo. */
function quoteMessage(body: unknown, redact: Redact): string {
  const message = (body as { message?: unknown } | null)?.message;
  if (typeof message !== "string") return "";
  const line = redact(message, 2 * MAX_QUOTE_LENGTH).replaceAll(/\s+|[^ -~\xa0-\uffff]+/g, " ");
  return ` "${truncate(line, MAX_QUOTE_LENGTH)}"`;
}

const PREVIEW_LENGTH = 500;

function toResponseError({ response, problem, preview }: InvalidBody, callInfo: CallInfo): ResponseError {
  const { status } = response;
  const bodyPreview = truncate(preview, PREVIEW_LENGTH);
  return new ResponseError(`API responded with ${status}, but ${problem}`, callInfo, { status }, { bodyPreview });
}

/** Only the origin, since the rest of a URL may be private. Browsers reveal nothing. */
function describeTarget(response: Response, { requestUrl }: Call): string {
  const { redirected, url } = response;
  const location = redirected ? url : (headersOf(response).get("location") ?? "");
  const origin = location && parseUrl(location, requestUrl)?.origin;
  // A URL such as that of an app, `name://`, has no origin.
  return origin && origin !== "null" ? ` to ${origin}` : "";
}
