import type { FaultList } from "../faults/fault-list.js";
import type { Random } from "../seed-data/random.js";
import type { RequestLog } from "./request-log.js";
import type { Api } from "./run-operation.js";

/** The parts of a sandbox. */
export interface SandboxState extends Api {
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** Determines whether a fault with a probability happens. */
  faultRandom: Random;
}
