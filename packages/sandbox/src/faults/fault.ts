import type { OperationId } from "@serviceform/types";

/** What goes wrong. */
export type FaultKind =
  /** An error status, with a `Retry-After` header where it is given. */
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number }
  /** The answer takes this much longer. */
  | { readonly kind: "latency"; readonly ms: number }
  /** The connection is reset before anything is answered. */
  | { readonly kind: "reset" }
  /** Nothing more comes, after nothing at all or after the headers. */
  | { readonly kind: "stall"; readonly after: "nothing" | "headers" }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: "cut" }
  /** A page in HTML: with status 200 a login page, with another one the error page of a gateway. @default status 200 */
  | { readonly kind: "html"; readonly status?: number }
  /** A 302 to an address. */
  | { readonly kind: "redirect"; readonly to: string }
  /** A success whose body is not what the contract says: `body`, or else the real one with a field mistyped. */
  | { readonly kind: "shape"; readonly body?: unknown };

/** A fault and when it happens. */
export type Fault = FaultKind & {
  /** Which operation it hits. Without it, every one. */
  readonly operation?: OperationId;
  /** How many requests it hits, `Infinity` for all. @default 1 */
  readonly times?: number;
  /** How likely it hits a request, from 0 to 1. The seed decides, so that a run can be repeated. @default 1 */
  readonly probability?: number;
  /**
   * Whether the operation is carried out although its response is corrupted or late. A status or a page with `applied: true`
   * is that of a gateway which gave up on the API after it took the request.
   * @default true for reset, stall, cut and shape, false for status, html, redirect and latency
   */
  readonly applied?: boolean;
};
