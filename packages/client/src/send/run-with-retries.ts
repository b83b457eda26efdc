import { isPlainObject } from "../plain-object.js";
import { type Call, remainingMs } from "../request/call.js";
import { attempt } from "./attempt.js";
import { type CallResult, failCall } from "./call-result.js";
import { Deadline } from "./deadline.js";
import { notify } from "./notify.js";
import type { Failure, StatusFailure } from "./outcome.js";
import { parseErrorBody } from "./parse-error-body.js";
import { mayHaveBeenApplied, planRetry } from "./plan-retry.js";
import type { Progress } from "./progress.js";
import { cancelBody, readText } from "./read-body.js";
import { headersOf } from "./response.js";
import type { RetryBudget } from "./retry-budget.js";
import { toError } from "./to-error.js";

/** Attempts a call until it succeeds or no retry is left. */
export async function runWithRetries(call: Call, budget: RetryBudget): Promise<CallResult> {
  let mayHaveSucceeded = false;
  let apiKeys = "";
  let requests = 0;
  for (let attempts = 1; ; attempts += 1) {
    const deadline = startDeadline(call);
    const { outcome, sent, apiKey, headers } = await attempt(call, requests + 1, deadline);
    if (sent) requests += 1;
    // A key may change between attempts, and an error may quote an earlier one.
    apiKeys += `\n${apiKey}`;
    mayHaveSucceeded ||= sent && mayHaveBeenApplied(call.operation, outcome);
    const progress: Progress = { attempts: requests, mayHaveSucceeded, apiKeys, headers };
    if (outcome.kind === "success") {
      budget.refill();
      // A download continues under its deadline.
      if (!call.streaming) deadline.close();
      return { ...outcome, ok: true, progress };
    }

    const retry = planRetry(call, outcome, attempts);
    if (!retry || retry.delayMs >= remainingMs(call) || !budget.take(retry)) {
      return finishCall(call, outcome, progress, deadline);
    }

    deadline.close();
    const { failure, delayMs } = retry;
    if ("response" in failure) cancelBody(failure.response);
    notify("onRetry", call, requests, () => ({ error: toError(call, failure, progress), delayMs }));
    await sleep(delayMs, call.settings.signal);
  }
}

/** Resolves when a deadline of that time ends, or earlier on an abort. */
function sleep(ms: number, signal: AbortSignal | undefined): Promise<unknown> {
  const deadline = new Deadline(signal);
  // A timer even without a delay: retries of a `fetch` that fails at once would block the event loop.
  deadline.start("timeoutMs", Math.max(ms, 0.1));
  return new Promise((resolve) => deadline.onInterrupt(resolve));
}

/** One timer for both timeouts: the timeout that fires first. */
function startDeadline(call: Call): Deadline {
  const { signal, timeoutMs, totalTimeoutMs } = call.settings;
  const deadline = new Deadline(signal);
  const leftMs = remainingMs(call);
  if (leftMs < timeoutMs) deadline.start("totalTimeoutMs", totalTimeoutMs, leftMs);
  else deadline.start("timeoutMs", timeoutMs);
  return deadline;
}

/** Ends the call with its last failure; an error body is read within the timeout of its attempt. */
async function finishCall(call: Call, last: Failure, progress: Progress, deadline: Deadline): Promise<CallResult> {
  const failure = last.kind === "status" ? { ...last, text: await readErrorText(last, deadline) } : last;
  deadline.close();
  if (deadline.interruption?.kind === "aborted") return failCall(call, deadline.interruption, progress);
  if (failure.kind === "status" && isAlreadyDeleted(call, failure, progress)) {
    return { ...failure, ok: true, data: undefined, progress };
  }
  return failCall(call, failure, progress);
}

/** The limit for reading an error body, in bytes; the rest is not downloaded. */
const MAX_ERROR_BYTES = 2 ** 20;

/** The status is known, so a body that is incomplete, or that was read before, is not another failure. */
async function readErrorText({ response }: StatusFailure, deadline: Deadline): Promise<string> {
  try {
    return (await readText(response, deadline, MAX_ERROR_BYTES)).text;
  } catch {
    return "";
  }
}

/**
 * A delete that finds nothing after an attempt that may have deleted the record has succeeded. The 404 must be that of
 * the API, which responds with JSON: a gateway without a backend sends a page.
 */
function isAlreadyDeleted({ operation }: Call, { status, response, text }: StatusFailure, progress: Progress): boolean {
  const isCandidate = operation.method === "DELETE" && progress.mayHaveSucceeded && status === 404;
  return isCandidate && isPlainObject(parseErrorBody(text, headersOf(response)));
}
