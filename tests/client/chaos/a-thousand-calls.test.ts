import { createClient, type ServiceformClient } from "@serviceform/client";
import { startServer } from "@serviceform/sandbox/server";
import { expect, test } from "vitest";
import { settleOverSockets } from "../runner/settle-over-sockets.ts";
import { useVirtualTime } from "../runner/virtual-time.ts";
import { faultMix } from "./fault-mix.ts";
import { findInconsistencies, Workload } from "./workload.ts";

const CALLS = 1_000;
const CLIENTS = 5;
const WORKERS = 16;

// High, so that calls do not time out on a busy machine.
useVirtualTime();

test("a thousand calls with faults lose no write, duplicate none and read no wrong data", {
  timeout: 300_000,
}, async () => {
  const server = await startServer({ seed: 7 });
  const { sandbox, url: baseUrl } = server;
  const { spaces, leads, items } = sandbox.store;
  const spaceId = spaces[0]?.id ?? "";
  expect(items.filter((item) => item.space_id === spaceId).length).toBeGreaterThan(0);
  const plain = createClient({ apiKey: "sf_sandbox_key", baseUrl, maxConcurrency: WORKERS });
  // Without faults nothing waits for a timer, so time stands still and no call times out.
  const targets = await Promise.all(
    Array.from({ length: CALLS * 0.3 }, (_, index) => plain.createItem({ spaceId, primary_field: `target-${index}` })),
  );
  const workload = new Workload({
    spaces: structuredClone(spaces),
    leads: structuredClone([...leads]),
    spaceId,
    targets,
  });
  const clients = Array.from({ length: CLIENTS }, () =>
    createClient({
      apiKey: "sf_sandbox_key",
      baseUrl,
      timeoutMs: 150,
      totalTimeoutMs: 2_000,
      retries: { limit: 3, baseDelayMs: 2, budget: 1_000 },
    }),
  );
  for (const fault of faultMix) sandbox.faults.add(fault);

  let next = 0;
  const work = async (worker: number): Promise<void> => {
    const client = clients[worker % CLIENTS] as ServiceformClient;
    while (next < CALLS) await workload.call(client, next++);
  };
  await settleOverSockets(Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker))));
  sandbox.faults.clear();
  await settleOverSockets(server.close());

  expect([...workload.problems, ...findInconsistencies(workload.reports, sandbox.store.items)]).toEqual([]);
  expect(workload.reports.filter(({ ok }) => ok).length).toBeGreaterThan(300);
  expect(workload.failed).toBeGreaterThan(100);
});
