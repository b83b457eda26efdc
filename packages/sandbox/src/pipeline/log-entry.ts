import type { OperationId } from "@serviceform/types";
import { carriesCredential, withoutCredentials } from "../contract/credentials.js";
import type { Fault } from "../faults/fault.js";
import { textBytes } from "../http/measure-json.js";

/** A request that came in. */
export interface RecordedRequest {
  /** Undefined for a path or method that the contract does not have. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  /** Without a key in the query. */
  readonly url: string;
  /** By lower-case name, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Parsed JSON, or a `FormData` for `multipart/form-data`; else text, also for JSON that would take more than 8 MiB
   * parsed; a `Uint8Array` for bytes that are not UTF-8; undefined if there is none or it is too large.
   */
  body: unknown;
  /** Undefined until there is a response. */
  status: number | undefined;
  /** Until the headers of the response. */
  durationMs: number | undefined;
}

/** A response as far as it was read. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of its body. */
  readonly text: string;
  /** How long its body is by now. */
  readonly bytes: number;
  /** `broken`: the body is truncated. */
  readonly state: "reading" | "complete" | "broken";
}

/** A recorded request with what happened to it, for the live view. */
export interface LogEntry {
  /** Counts the requests of a sandbox from 1. */
  readonly id: number;
  readonly recorded: RecordedRequest;
  /** The key of its account; undefined if no account has that key. */
  readonly apiKey: string | undefined;
  /** In epoch milliseconds of the real clock. */
  readonly startedAt: number;
  /** On the clock that durations are measured with. */
  readonly startedMs: number;
  /** The faults that hit it. */
  readonly faults: readonly Fault[];
  /** Undefined until there is one, and if the log does not record responses. */
  readonly response: RecordedResponse | undefined;
  /** Why there is no response. */
  readonly error: string | undefined;
  /** Grows with every change of any entry. */
  readonly revision: number;
  /** The memory that it takes. */
  bytes: number;
}

/** The facts about a request that are known when it arrives. */
export type KnownRequest = Pick<RecordedRequest, "operation"> & Pick<LogEntry, "apiKey">;

/** The memory that a request and each of its headers take beside their texts. */
const ENTRY_BYTES = 512;

export function createLogEntry(id: number, request: Request, { operation, apiKey }: KnownRequest): LogEntry {
  const recorded = describe(request, operation);
  const known = { apiKey, faults: [], response: undefined, error: undefined };
  return { id, recorded, startedAt: Date.now(), startedMs: performance.now(), ...known, revision: 0, bytes: 0 };
}

function describe(request: Request, operation: OperationId | undefined): RecordedRequest {
  const { method } = request;
  const url = withoutCredentials(request.url);
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !carriesCredential(name)));
  return { operation, method, url, headers, body: undefined, status: undefined, durationMs: undefined };
}

/** The memory that a request takes without its body. */
export function headBytes({ method, url, headers }: RecordedRequest): number {
  const texts = [method, url, ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + textBytes(text), ENTRY_BYTES);
}
