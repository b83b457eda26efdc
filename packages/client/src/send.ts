import { attempt } from "./attempt.js";
import { discard, readErrorText } from "./body.js";
import type { Call } from "./call.js";
import { Deadline } from "./deadline.js";
import { decide } from "./decide.js";
import { emit } from "./emit.js";
import { type Failure, mayHaveBeenApplied } from "./outcome.js";
import { Queue } from "./queue.js";
import { RetryBudget } from "./retry-budget.js";
import type { Settings } from "./settings.js";
import { fail, type Settled, statusOf } from "./settle.js";
import { sleep } from "./sleep.js";
import { toError } from "./to-error.js";

export type Send = (call: Call) => Promise<Settled>;

/** Makes the function that takes the calls of one client through queue, attempts and waits. It never throws. */
export function createSend(settings: Settings): Send {
  const budget = new RetryBudget(settings.budget);
  const queue = new Queue(settings.maxConcurrency);

  return async (call) => {
    const ended = await queue.enter(call);
    if (ended) return fail(call, settings, ended);
    try {
      return await sendUntilSettled(call, settings, budget);
    } finally {
      queue.leave();
    }
  };
}

async function sendUntilSettled(call: Call, settings: Settings, budget: RetryBudget): Promise<Settled> {
  for (;;) {
    const deadline = startDeadline(call);
    call.attempts += 1;
    call.sent = false;
    const outcome = await attempt(call, settings, deadline);
    if (outcome.kind === "success") {
      budget.refill();
      // A stream goes on under its deadline.
      if (!call.streams) deadline.close();
      return { ...outcome, kind: "data" };
    }
    if (outcome.kind === "aborted") return outcome;
    const gone = isGoneAsAsked(call, outcome);
    call.mayHaveSucceeded ||= call.sent && mayHaveBeenApplied(call.shape, outcome);
    const retry = gone ? undefined : decide(call.shape, call.attempts, outcome, call.limits.retries);
    if (!retry || retry.delayMs >= call.remainingMs || !(retry.free || budget.take())) {
      return await conclude(call, settings, outcome, deadline, gone);
    }
    deadline.close();
    if ("response" in outcome) discard(outcome.response);
    emit(settings, "onRetry", call, () => ({
      ...statusOf(outcome),
      error: toError(call, outcome, ""),
      delayMs: retry.delayMs,
    }));
    const interruption = await sleep(retry.delayMs, call.signal);
    if (interruption) return fail(call, settings, interruption);
  }
}

/** One timer for both limits: the one that runs out first. */
function startDeadline({ signal, limits, remainingMs }: Call): Deadline {
  const { timeoutMs, totalTimeoutMs } = limits;
  const deadline = new Deadline(signal);
  if (remainingMs < timeoutMs) deadline.start(remainingMs, "totalTimeoutMs", totalTimeoutMs);
  else deadline.start(timeoutMs, "timeoutMs", timeoutMs);
  return deadline;
}

/** A delete that finds nothing after an attempt which may have deleted has done what it was asked. */
function isGoneAsAsked({ shape, mayHaveSucceeded }: Call, outcome: Failure): boolean {
  return shape.method === "DELETE" && mayHaveSucceeded && outcome.kind === "status" && outcome.status === 404;
}

async function conclude(
  call: Call,
  settings: Settings,
  outcome: Failure,
  deadline: Deadline,
  gone: boolean,
): Promise<Settled> {
  if (outcome.kind !== "status") {
    deadline.close();
    return fail(call, settings, outcome);
  }
  const text = await readErrorText(outcome.response, deadline);
  deadline.close();
  if (gone) return { kind: "data", data: undefined, response: outcome.response, text };
  return fail(call, settings, deadline.interruption?.kind === "aborted" ? deadline.interruption : outcome, text);
}
