import { attempt } from "./attempt.js";
import { cancelBody, parseErrorBody, readText } from "./body.js";
import type { Call } from "./call.js";
import { Deadline } from "./deadline.js";
import { decide, mayHaveBeenApplied } from "./decide.js";
import { isRecord } from "./json.js";
import type { Failure, Status } from "./outcome.js";
import { createQueue } from "./queue.js";
import { emit, fail, type Settled, toError } from "./report.js";
import { headersOf } from "./response.js";
import type { Settings } from "./settings.js";

export type Send = (call: Call) => Promise<Settled>;

/** Makes the function that takes the calls of one client through queue, attempts and waits. */
export function createSend({ maxConcurrency, retries }: Settings): Send {
  const queue = createQueue(maxConcurrency);
  // Bounds the retries of all calls together: each costs a token, each success brings one back.
  const budget = { tokens: retries.budget };
  return async (call) => {
    const waiting = queue.enter(call);
    const ended = waiting && (await waiting);
    if (ended) return fail(call, ended);
    try {
      return await repeat(call, budget, retries.budget);
    } finally {
      queue.leave();
    }
  };
}

async function repeat(call: Call, budget: { tokens: number }, capacity: number): Promise<Settled> {
  for (;;) {
    const deadline = startDeadline(call);
    call.attempts += 1;
    call.sent = false;
    const outcome = await attempt(call, deadline);
    if (outcome.kind === "success") {
      budget.tokens = Math.min(budget.tokens + 1, capacity);
      // A download goes on under its deadline.
      if (!call.streams) deadline.close();
      return { ok: true, data: outcome.data, response: outcome.response };
    }
    call.mayHaveSucceeded ||= call.sent && mayHaveBeenApplied(call.shape, outcome);
    const retry = decide(call.shape, call.attempts, outcome, call.settings.retries);
    const affordable = retry && retry.delayMs < call.remainingMs && (retry.free || budget.tokens >= 1);
    if (!affordable || outcome.kind === "aborted" || outcome.kind === "rethrown") {
      return conclude(call, outcome, deadline);
    }
    deadline.close();
    if (!retry.free) budget.tokens -= 1;
    if ("response" in outcome) cancelBody(outcome.response);
    emit("onRetry", call, () => ({ error: toError(call, outcome), delayMs: retry.delayMs }));
    const ended = await new Deadline(call.settings.signal).sleep(retry.delayMs);
    if (ended) return fail(call, ended);
  }
}

/** One timer for both limits: the one that runs out first. */
function startDeadline({ settings, remainingMs }: Call): Deadline {
  const { signal, timeoutMs, totalTimeoutMs } = settings;
  const deadline = new Deadline(signal);
  if (remainingMs < timeoutMs) deadline.start("totalTimeoutMs", totalTimeoutMs, remainingMs);
  else deadline.start("timeoutMs", timeoutMs);
  return deadline;
}

/** How much of an error's body is read, in bytes; the rest is not downloaded. */
const MAX_ERROR_BYTES = 2 ** 20;

/** Ends the call with its last outcome, whose body is read within the time of its attempt. */
async function conclude(call: Call, outcome: Failure, deadline: Deadline): Promise<Settled> {
  if (outcome.kind === "status") {
    call.text = outcome.unreadable ? "" : await readErrorText(outcome, deadline);
  }
  deadline.close();
  if (deadline.interruption?.kind === "aborted") return fail(call, deadline.interruption);
  if (outcome.kind === "status" && isGoneAsAsked(call, outcome)) {
    return { ok: true, data: undefined, response: outcome.response };
  }
  return fail(call, outcome);
}

/** The status is known, so a body that breaks is not a failure of its own. */
async function readErrorText({ response }: Status, deadline: Deadline): Promise<string> {
  try {
    return (await readText(response, deadline, MAX_ERROR_BYTES)).text;
  } catch {
    return "";
  }
}

/**
 * A delete that finds nothing after an attempt that may have deleted has done what was asked. The 404 has to be the
 * API's, which answers in JSON: a gateway that knows no backend sends a page.
 */
function isGoneAsAsked({ shape, mayHaveSucceeded, text }: Call, { status, response }: Status): boolean {
  const wasDeleted = shape.method === "DELETE" && mayHaveSucceeded && status === 404;
  return wasDeleted && isRecord(parseErrorBody(text, headersOf(response)));
}
