import type { OperationId } from "@serviceform/types";
import type { CallInfo } from "./errors.js";
import { readRequestId } from "./response.js";
import type { Settings } from "./settings.js";
import type { Shape } from "./shape.js";

/** One call on its way: what is sent and how, and what has happened so far. Callers never see it. */
export class Call implements CallInfo {
  readonly operation: OperationId | "request";
  readonly shape: Shape;
  /** Whether the body is handed over unread, for its elements. */
  readonly streams: boolean;
  settings: Settings;
  /** The URL that is sent to, with query values. */
  target: string;
  body: string | undefined;
  attempts = 0;
  /** Whether the current attempt has begun its request. */
  sent = false;
  /** The key that was sent last, to keep it out of what the API may echo. */
  key = "";
  mayHaveSucceeded = false;
  /** The headers with which the API responded to the current attempt. */
  headers: Headers | undefined = undefined;
  /** The body of the response, for an engine that parses it itself. */
  text = "";
  readonly startedAt: number = performance.now();

  constructor(
    operation: OperationId | "request",
    shape: Shape,
    { settings, target, body }: Prepared,
    streams: boolean = false,
  ) {
    this.operation = operation;
    this.shape = shape;
    this.streams = streams;
    this.settings = settings;
    this.target = target;
    this.body = body;
  }

  get method(): string {
    return this.shape.method;
  }

  /** The target without query values, for errors and events. */
  get url(): string {
    return this.target.replace(/\?.*/, (query) => query.replaceAll(/=[^&]*/g, ""));
  }

  /** The id that the API gave the current attempt. */
  get requestId(): string | undefined {
    return this.headers && readRequestId(this.headers, this.key);
  }

  get durationMs(): number {
    return Math.round(performance.now() - this.startedAt);
  }

  /** What is left of `totalTimeoutMs`, in milliseconds. */
  get remainingMs(): number {
    return this.settings.totalTimeoutMs - (performance.now() - this.startedAt);
  }
}

/** What is sent, serialized, and with which settings. */
export interface Prepared {
  readonly settings: Settings;
  readonly target: string;
  readonly body?: string | undefined;
}
