import type { FaultList } from "../faults/fault-list.js";
import type { Random } from "../seed-data/random.js";
import type { RequestLog } from "./request-log.js";
import type { Api } from "./run-operation.js";

/** What a sandbox consists of. */
export interface SandboxState extends Api {
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** Decides whether a fault with a probability happens. */
  faultRandom: Random;
}
