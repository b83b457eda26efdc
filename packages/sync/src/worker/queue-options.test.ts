import { expect, test } from "vitest";
import { MONITORING, QUEUE_OPTIONS } from "./queue-options.js";

test("a job whose worker was killed is available again within 60 seconds", () => {
  // A round that comes just before the monitoring interval has passed leaves it to the next one.
  const rounds = MONITORING.superviseIntervalSeconds + MONITORING.monitorIntervalSeconds;
  expect((QUEUE_OPTIONS.heartbeatSeconds ?? Number.POSITIVE_INFINITY) + rounds).toBeLessThan(60);
});
