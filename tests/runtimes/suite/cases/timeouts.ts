import type { ServiceformClient } from "@serviceform/client";
import type { Fault } from "@serviceform/sandbox";
import { nextTurn } from "@serviceform/tests-client/next-turn";
import { assert } from "chai";
import type { Backend } from "../backend.ts";
import type { Case } from "../case.ts";
import { failure } from "../caught.ts";
import { collect } from "../collect.ts";
import { withHeldTimers } from "../with-held-timers.ts";

/** A delay that no other timer has. */
const STALL_MS = 54_321;
const LIMIT_MS = 120;
const calls: Readonly<Record<string, (client: ServiceformClient) => Promise<unknown>>> = {
  method: (client) => client.listLeads(),
  stream: (client) => collect(client.stream.listLeads()),
};
const stalls: readonly Fault[] = [
  { kind: "stall", after: "nothing", times: 9 },
  { kind: "stall", after: "headers", times: 9 },
];

export const timeouts: readonly Case[] = [
  ...Object.entries(calls).flatMap(([by, call]) =>
    stalls.map(
      (fault): Case => ({
        title: `${by}: timeoutMs ends an attempt that stalls after ${"after" in fault ? fault.after : ""}`,
        async run({ open }) {
          const { client } = await open([fault], { timeoutMs: LIMIT_MS, retries: 0 });
          const startedAt = Date.now();
          const error = await failure("TimeoutError", call(client));
          assert.include(error, { limit: "timeoutMs", limitMs: LIMIT_MS, attempts: 1 });
          assert.isAtLeast(Date.now() - startedAt, LIMIT_MS - 20);
        },
      }),
    ),
  ),
  {
    title: "an attempt that timed out is retried",
    async run({ open }) {
      const { client, backend } = await open([{ kind: "stall", after: "headers" }], { timeoutMs: STALL_MS });
      await withHeldTimers(STALL_MS, async (stall) => {
        const leads = client.listLeads();
        await arrival(backend);
        stall();
        assert.lengthOf(await leads, 60);
      });
    },
  },
  {
    title: "totalTimeoutMs ends a call that stalls",
    async run({ open }) {
      const { client } = await open([stalls[0] as Fault], { totalTimeoutMs: LIMIT_MS });
      const startedAt = Date.now();
      const error = await failure("TimeoutError", client.listLeads());
      assert.include(error, { limit: "totalTimeoutMs", limitMs: LIMIT_MS });
      assert.isAtLeast(Date.now() - startedAt, LIMIT_MS - 20);
    },
  },
  {
    title: "a create that timed out is not retried",
    async run({ open }) {
      const { client, backend } = await open([{ kind: "stall", after: "nothing" }], { timeoutMs: STALL_MS });
      await withHeldTimers(STALL_MS, async (stall) => {
        const work = failure("TimeoutError", client.createItem({ spaceId: "space-customers", primary_field: "x" }));
        await arrival(backend);
        stall();
        assert.isTrue((await work).mayHaveSucceeded);
      });
      assert.lengthOf(await backend.requests(), 1);
    },
  },
  {
    title: "calls above maxConcurrency are queued",
    async run({ open }) {
      let running = 0;
      let most = 0;
      const { client } = await open([{ kind: "latency", ms: 20, times: 99 }], {
        maxConcurrency: 2,
        hooks: {
          onRequest: () => {
            running += 1;
            most = Math.max(most, running);
          },
          onResponse: () => {
            running -= 1;
          },
        },
      });
      const lists = await Promise.all(Array.from({ length: 7 }, () => client.listSpaces()));
      assert.lengthOf(lists, 7);
      assert.strictEqual(most, 2);
    },
  },
];

/** Resolves when a request has arrived. */
async function arrival({ requests }: Backend): Promise<void> {
  while ((await requests()).length === 0) await nextTurn();
}
