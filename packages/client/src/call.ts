import type { Operation, OperationId } from "@serviceform/types";
import type { CallFacts } from "./errors.js";
import type { Settings } from "./settings.js";

/** One call on its way: what is sent and how, and what has happened so far. Callers never see it. */
export class Call implements CallFacts {
  readonly operation: OperationId;
  readonly shape: Operation;
  /** Whether the body is handed over unread, for its elements. */
  readonly streams: boolean;
  settings: Settings;
  /** The URL that is sent to, with query values. */
  target: string;
  body: string | undefined = undefined;
  attempts = 0;
  /** Whether the current attempt has begun its request. */
  sent = false;
  /** The key that was sent last, to keep it out of what the API may echo. */
  key = "";
  mayHaveSucceeded = false;
  /** The body of the answer, for an engine that parses it itself. */
  text = "";
  readonly startedAt: number = Date.now();

  constructor(operation: OperationId, shape: Operation, settings: Settings, streams: boolean) {
    this.operation = operation;
    this.shape = shape;
    this.streams = streams;
    this.settings = settings;
    this.target = settings.baseUrl + shape.path;
  }

  get method(): string {
    return this.shape.method;
  }

  /** The target without query values, for errors and events. */
  get url(): string {
    return this.target.replace(/\?.*/, (query) => query.replaceAll(/=[^&]*/g, ""));
  }

  get durationMs(): number {
    return Date.now() - this.startedAt;
  }

  /** What is left of `totalTimeoutMs`, in milliseconds. */
  get remainingMs(): number {
    return this.settings.totalTimeoutMs - this.durationMs;
  }
}
