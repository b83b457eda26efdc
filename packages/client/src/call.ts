import type { Operation, OperationId } from "@serviceform/types";
import type { CallFacts } from "./errors.js";
import type { CallSettings, Limits } from "./settings.js";

/** One call on its way: what is sent, within which limits, and what has happened so far. Never given to users. */
export class Call implements CallFacts {
  readonly operation: OperationId;
  readonly shape: Operation;
  /** Whether the body is handed over unread, for its elements. */
  readonly streams: boolean;
  limits: Limits;
  signal: AbortSignal | undefined = undefined;
  /** Headers of this call alone. */
  headers: Readonly<Record<string, string>> | undefined = undefined;
  /** What is sent to, with query values. */
  target: string;
  body: string | undefined = undefined;
  attempts = 0;
  /** Whether the current attempt has begun its request. */
  sent = false;
  /** The key that was sent last, to keep it out of what the API may echo. */
  key = "";
  mayHaveSucceeded = false;
  readonly #startedAt = Date.now();

  constructor(operation: OperationId, shape: Operation, target: string, limits: Limits, streams: boolean) {
    this.operation = operation;
    this.shape = shape;
    this.target = target;
    this.limits = limits;
    this.streams = streams;
  }

  /** Takes over the options of this call alone. */
  adopt({ limits, signal, headers }: CallSettings): void {
    this.limits = limits;
    this.signal = signal;
    this.headers = headers;
  }

  get method(): string {
    return this.shape.method;
  }

  /** The target without query values, for errors and events. */
  get url(): string {
    const [path = "", query] = this.target.split("?");
    return query === undefined ? path : `${path}?${query.replaceAll(/=[^&]*/g, "")}`;
  }

  get durationMs(): number {
    return Date.now() - this.#startedAt;
  }

  /** What is left of `totalTimeoutMs`, in milliseconds. */
  get remainingMs(): number {
    return this.limits.totalTimeoutMs - this.durationMs;
  }
}
