import { attempt } from "./attempt.js";
import { discard, readText } from "./body.js";
import type { Call } from "./call.js";
import { Deadline } from "./deadline.js";
import { decide, mayHaveBeenApplied } from "./decide.js";
import type { Failure, Interruption, Status } from "./outcome.js";
import { emit, fail, type Settled, toError } from "./report.js";
import type { Settings } from "./settings.js";

export type Send = (call: Call) => Promise<Settled>;

/** Makes the function that takes the calls of one client through queue, attempts and waits. It never throws. */
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
    if (isGoneAsAsked(call, outcome)) {
      const { response } = outcome;
      discard(response);
      deadline.close();
      return { ok: true, data: undefined, response };
    }
    call.mayHaveSucceeded ||= call.sent && mayHaveBeenApplied(call.shape, outcome);
    const retry = decide(call.shape, call.attempts, outcome, call.settings.retries);
    const affordable = retry && retry.delayMs < call.remainingMs && (retry.free || budget.tokens >= 1);
    if (!affordable || outcome.kind === "aborted") {
      return conclude(call, outcome, deadline);
    }
    deadline.close();
    if (!retry.free) budget.tokens -= 1;
    if ("response" in outcome) discard(outcome.response);
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

/** A delete that finds nothing after an attempt that may have deleted has done what was asked. */
function isGoneAsAsked({ shape, mayHaveSucceeded }: Call, outcome: Failure): outcome is Status {
  return shape.method === "DELETE" && mayHaveSucceeded && outcome.kind === "status" && outcome.status === 404;
}

/** How much of an error's body is read, in characters; the rest is not downloaded. */
const MAX_ERROR_LENGTH = 2 ** 20;

/** Ends the call with its last outcome, whose body is read within the time of its attempt. */
async function conclude(call: Call, outcome: Failure, deadline: Deadline): Promise<Settled> {
  if (outcome.kind === "status") {
    // The status is known, so a body that breaks is not a failure of its own.
    call.text = await readText(outcome.response, deadline, MAX_ERROR_LENGTH).catch(() => "");
  }
  deadline.close();
  return fail(call, deadline.interruption?.kind === "aborted" ? deadline.interruption : outcome);
}

/** Lets a limited number of calls run at once; the others wait in the order in which they came. */
function createQueue(limit: number): {
  enter(call: Call): Promise<Interruption | undefined> | undefined;
  leave(): void;
} {
  const waiting = new Set<() => void>();
  let free = limit;
  return {
    enter(call) {
      if (free <= 0) return wait(call);
      free -= 1;
      return undefined;
    },
    leave() {
      const [next] = waiting;
      if (!next) free += 1;
      else {
        waiting.delete(next);
        next();
      }
    },
  };

  async function wait({ settings, remainingMs }: Call): Promise<Interruption | undefined> {
    let admit = (): void => {};
    const deadline = new Deadline(settings.signal);
    deadline.start("totalTimeoutMs", settings.totalTimeoutMs, remainingMs);
    const ended = await deadline.wait((resume) => {
      admit = resume;
      waiting.add(admit);
    });
    if (ended) waiting.delete(admit);
    return ended;
  }
}
