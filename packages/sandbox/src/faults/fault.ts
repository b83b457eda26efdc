import type { OperationId } from "@serviceform/types";
import type { CutFault } from "./kinds/cut.js";
import type { EmptyFault } from "./kinds/empty.js";
import type { ForeignFault } from "./kinds/foreign.js";
import type { HtmlFault } from "./kinds/html.js";
import type { LatencyFault } from "./kinds/latency.js";
import type { RedirectFault } from "./kinds/redirect.js";
import type { ResetFault } from "./kinds/reset.js";
import type { ShapeFault } from "./kinds/shape.js";
import type { SlowFault } from "./kinds/slow.js";
import type { StallFault } from "./kinds/stall.js";
import type { StatusFault } from "./kinds/status.js";

/** The kinds of faults. */
export type FaultKind =
  | StatusFault
  | LatencyFault
  | SlowFault
  | ResetFault
  | StallFault
  | CutFault
  | HtmlFault
  | RedirectFault
  | ShapeFault
  | EmptyFault
  | ForeignFault;

/** A fault and when it happens. */
export type Fault = FaultKind & {
  /** The operation that it affects. Without it, every one. */
  readonly operation?: OperationId;
  /** How many requests it affects, `Infinity` for all. @default 1 */
  readonly times?: number;
  /** The probability for each request, from 0 to 1. It depends on the seed, so that a run can be repeated. @default 1 */
  readonly probability?: number;
  /**
   * Whether the operation is carried out although its response is corrupted or late. A status or a page with `applied: true`
   * is that of a gateway that timed out after the API received the request.
   * @default false for status, html, redirect and latency, true for all others
   */
  readonly applied?: boolean;
};
