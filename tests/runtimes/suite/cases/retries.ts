import type { Fault } from "@serviceform/sandbox";
import { assert } from "chai";
import type { Case, Opened } from "../case.ts";
import { failure } from "../caught.ts";

const SPACE = "space-customers";
const faults: readonly Fault[] = [
  { kind: "status", status: 408 },
  { kind: "status", status: 429, retryAfterSeconds: 0 },
  { kind: "status", status: 500 },
  { kind: "status", status: 502 },
  { kind: "status", status: 503, retryAfterSeconds: 0 },
  { kind: "status", status: 504 },
  { kind: "cut" },
  { kind: "reset" },
];
const create = { spaceId: SPACE, primary_field: "once" };

export const retries: readonly Case[] = [
  ...faults.map(
    (fault): Case => ({
      title: `a list is retried after ${name(fault)}`,
      async run({ open }) {
        const opened = await open([fault]);
        assert.lengthOf(await opened.client.listLeads(), 60);
        assert.strictEqual(await count(opened, "listLeads"), 2);
      },
    }),
  ),
  {
    title: "a Retry-After that is too long ends the call at once",
    async run({ open }) {
      const opened = await open([{ kind: "status", status: 503, retryAfterSeconds: 61 }]);
      assert.strictEqual((await failure("ApiError", opened.client.listSpaces())).retryAfterMs, 61_000);
      assert.strictEqual(await count(opened, "listSpaces"), 1);
    },
  },
  {
    title: "a Retry-After of a second delays the retry",
    async run({ open }) {
      const { client } = await open([{ kind: "status", status: 503, retryAfterSeconds: 1 }]);
      const startedAt = Date.now();
      await client.listSpaces();
      // Browsers round their clocks.
      assert.isAtLeast(Date.now() - startedAt, 980);
    },
  },
  {
    title: "a create that was not processed is retried",
    async run({ open }) {
      const opened = await open([{ kind: "status", status: 429 }]);
      await opened.client.createItem(create);
      assert.strictEqual(await count(opened, "createItem"), 2);
    },
  },
  ...(
    [
      { kind: "status", status: 500 },
      { kind: "status", status: 503 },
      { kind: "status", status: 503, retryAfterSeconds: 0 },
    ] as const
  ).map(
    (fault): Case => ({
      title: `a create is not retried after ${name(fault)}`,
      async run({ open }) {
        const opened = await open([fault]);
        assert.isTrue((await failure("ApiError", opened.client.createItem(create))).mayHaveSucceeded);
        assert.strictEqual(await count(opened, "createItem"), 1);
      },
    }),
  ),
  sentOnceAfter("cut"),
  {
    title: "a create to an unreachable server is retried, and cannot have succeeded, if the runtime reports the cause",
    on: "http",
    async run({ open, host }) {
      const { client, backend } = await open([], { retries: { limit: 1, baseDelayMs: 1 } });
      await backend.close();
      const error = await failure("ConnectionError", client.createItem(create));
      assert.strictEqual(error.attempts, error.mayHaveSucceeded ? 1 : 2);
      // Browsers and workers do not report the cause.
      if (isProcess()) assert.isFalse(error.mayHaveSucceeded, host.print(error));
    },
  },
  {
    title: "requests name the client and its version, except in browsers",
    async run({ open, host }) {
      const { client, backend } = await open();
      await client.listSpaces();
      const agent = (await backend.requests())[0]?.headers["user-agent"] ?? "";
      assert.strictEqual(/^serviceform-client\/\d+\.\d+\.\d+/.test(agent), !host.isPage, agent);
    },
  },
];

/**
 * Cases for runtimes in which the client can prevent retries by the runtime itself. Browsers retry, over HTTP/1.1 on a
 * reused connection, and no page can prevent it.
 */
export const resets: readonly Case[] = [
  sentOnceAfter("reset"),
  {
    title: "a delete whose response was lost has succeeded when the item is gone",
    async run({ open }) {
      const opened = await open([{ kind: "reset", operation: "deleteItem" }]);
      const { id } = await opened.client.createItem(create);
      assert.isUndefined(await opened.client.deleteItem({ spaceId: SPACE, itemId: id }));
      assert.strictEqual(await count(opened, "deleteItem"), 2);
    },
  },
];

/** Node.js, Deno and Bun, as opposed to a page or a worker. */
function isProcess(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node !== undefined;
}

function sentOnceAfter(kind: "reset" | "cut"): Case {
  return {
    title: `a create is not sent twice after a ${kind}, also on a reused connection`,
    async run({ open }) {
      const opened = await open([{ kind, operation: "createItem" }]);
      await opened.client.listSpaces();
      await opened.client.listSpaces();
      assert.isTrue((await failure("ConnectionError", opened.client.createItem(create))).mayHaveSucceeded);
      assert.strictEqual(await count(opened, "createItem"), 1, "arrived");
      const items = await opened.client.listItems({ spaceId: SPACE });
      assert.lengthOf(
        items.filter(({ primary_field }) => primary_field === "once"),
        1,
        "applied",
      );
    },
  };
}

function name(fault: Fault): string {
  return fault.kind === "status" ? `${fault.status}` : `a ${fault.kind}`;
}

async function count({ backend }: Opened, operation: string): Promise<number> {
  return (await backend.requests()).filter((request) => request.operation === operation).length;
}
