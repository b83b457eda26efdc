import type { ClientOptions, ServiceformClient } from "@serviceform/client";
import type { Fault } from "@serviceform/sandbox";
import { assert } from "chai";
import type { Case } from "../case.ts";
import { caught } from "../caught.ts";
import { collect } from "../collect.ts";

interface Moment {
  readonly title: string;
  readonly faults?: readonly Fault[];
  readonly client?: (reached: () => void) => ClientOptions;
}

/** Points of a call at which the caller aborts; `reached` resolves when the call is there. */
const moments: readonly Moment[] = [
  {
    title: "while the headers are awaited",
    faults: [{ kind: "stall", after: "nothing", times: 9 }],
    client: (reached) => ({ hooks: { onRequest: reached } }),
  },
  {
    title: "while the body arrives",
    faults: [{ kind: "stall", after: "headers", times: 9 }],
    // Firefox resolves `fetch` when the body starts, so there the call still awaits the headers.
    client: (reached) => ({ hooks: { onRequest: () => setTimeout(reached, 150) } }),
  },
  {
    title: "while a retry is delayed",
    faults: [{ kind: "status", status: 503, retryAfterSeconds: 50, times: 9 }],
    client: (reached) => ({ hooks: { onRetry: reached } }),
  },
  {
    title: "while the key function is pending",
    client: (reached) => ({
      apiKey: () => {
        reached();
        return new Promise<string>(() => {});
      },
    }),
  },
];

const calls: Readonly<Record<string, (client: ServiceformClient, signal: AbortSignal) => Promise<unknown>>> = {
  method: (client, signal) => client.listLeads({}, { signal }),
  safe: (client, signal) => client.safe.listLeads({}, { signal }),
  stream: (client, signal) => collect(client.stream.listLeads({}, { signal })),
};

export const aborts: readonly Case[] = Object.entries(calls).flatMap(([by, call]): Case[] => [
  {
    title: `${by}: an abort before the call sends nothing and throws its reason`,
    async run({ open }) {
      const { client, backend } = await open();
      const reason = { left: true };
      assert.strictEqual(await caught(call(client, AbortSignal.abort(reason))), reason);
      assert.isEmpty(await backend.requests());
    },
  },
  ...moments.map(
    ({ title, faults, client: configure }): Case => ({
      title: `${by}: an abort ${title} throws its reason`,
      async run({ open }) {
        const controller = new AbortController();
        const reason = new Error("The user left.");
        // A little later, so that the call waits at that point.
        const reached = () => void setTimeout(() => controller.abort(reason), 30);
        const { client } = await open(faults, configure?.(reached));
        assert.strictEqual(await caught(call(client, controller.signal)), reason);
      },
    }),
  ),
  {
    title: `${by}: an abort without a reason throws an AbortError`,
    async run({ open }) {
      const { client } = await open([{ kind: "stall", after: "nothing", times: 9 }]);
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 30);
      const thrown = await caught(call(client, controller.signal));
      assert.strictEqual(thrown, controller.signal.reason);
      assert.strictEqual((thrown as Error).name, "AbortError");
    },
  },
]);
