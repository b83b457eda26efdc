import { apiKeyHeader, type OperationId } from "@serviceform/types";
import { measureJson, textBytes } from "./http/measure-json.js";
import type { RequestBody } from "./http/read-body.js";

/** How many requests are remembered; older ones are forgotten. */
export const REQUEST_LOG_LENGTH = 1_000;

/** What these requests may take together: URLs, headers and bodies as they are kept. */
const REQUEST_LOG_BYTES = 16_777_216;

/** Parsed, a body can take fifty times its text, so one that would fill half of the log stays text. */
const PARSED_BODY_BYTES = REQUEST_LOG_BYTES / 2;

/** What a request and each of its headers take beside their texts. */
const ENTRY_BYTES = 512;

/** A request that came in. */
export interface RecordedRequest {
  /** Undefined for a path or method that the contract does not have. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** By lower-case name, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Parsed where it is JSON, else text, as is JSON that would take more than 8 MiB parsed; undefined where there is none
   * or where it cannot be read.
   */
  body: unknown;
  /** Undefined until it is answered, and for good where no answer came. */
  status: number | undefined;
  /** Until the headers of the answer. */
  durationMs: number | undefined;
}

/** What came in last, bounded by number and by what it takes in memory. */
export interface RequestLog {
  readonly requests: RecordedRequest[];
  add(request: Request, operation: OperationId | undefined): RecordedRequest;
  addBody(entry: RecordedRequest, body: RequestBody): void;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  const sizes = new WeakMap<RecordedRequest, number>();
  let total = 0;

  function grow(entry: RecordedRequest, bytes: number): void {
    const size = sizes.get(entry);
    // It may have been forgotten while its body came in.
    if (size === undefined) return;
    sizes.set(entry, size + bytes);
    total += bytes;
    // Counted anew, since a test may have emptied the list itself.
    if (total > REQUEST_LOG_BYTES) total = requests.reduce((sum, request) => sum + (sizes.get(request) ?? 0), 0);
    // The newest stays, however large it is: it is what a test looks at.
    while (requests.length > REQUEST_LOG_LENGTH || (total > REQUEST_LOG_BYTES && requests.length > 1)) forgetOldest();
  }

  function forgetOldest(): void {
    const oldest = requests.shift();
    if (oldest === undefined) return;
    total -= sizes.get(oldest) ?? 0;
    sizes.delete(oldest);
  }

  return {
    requests,
    add(request, operation) {
      const entry = describe(request, operation);
      requests.push(entry);
      sizes.set(entry, 0);
      grow(entry, headBytes(entry));
      return entry;
    },
    addBody(entry, { text = "", json }) {
      const parsed = json === undefined ? undefined : measureJson(json).bytes;
      const isKeptParsed = parsed !== undefined && parsed <= PARSED_BODY_BYTES;
      entry.body = isKeptParsed ? json : text || undefined;
      grow(entry, isKeptParsed ? parsed : textBytes(text));
    },
    clear() {
      requests.length = 0;
      total = 0;
    },
  };
}

function describe(request: Request, operation: OperationId | undefined): RecordedRequest {
  const { method, url } = request;
  const headers = Object.fromEntries([...request.headers].filter(([name]) => name !== apiKeyHeader));
  return { operation, method, url, headers, body: undefined, status: undefined, durationMs: undefined };
}

function headBytes({ method, url, headers }: RecordedRequest): number {
  const texts = [method, url, ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + textBytes(text), ENTRY_BYTES);
}
