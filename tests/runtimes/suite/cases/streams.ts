import { type ClientOptions, createClient } from "@serviceform/client";
import { assert } from "chai";
import { type Case, KEY, type Stage } from "../case.ts";
import { caught, failure } from "../caught.ts";
import { collect } from "../collect.ts";
import { openTap, type Tap } from "../tap.ts";
import { withHeldTimers } from "../with-held-timers.ts";

/** A delay that no other timer has. */
const STALL_MS = 54_321;

export const streams: readonly Case[] = [
  {
    title: "a stream yields the elements of the list",
    async run({ open }) {
      const { client } = await open();
      assert.deepEqual(await collect(client.stream.listLeads()), await client.listLeads());
      const chats = client.stream.listChats({ limit: 5 });
      assert.lengthOf(await collect(chats), 5);
    },
  },
  {
    title: "a stream of thousands of elements is complete",
    async run({ open }) {
      const { client } = await open([], {}, { leadCount: 3_000 });
      let count = 0;
      for await (const lead of client.stream.listLeads()) {
        assert.isString(lead.id);
        count += 1;
      }
      assert.strictEqual(count, 3_000);
    },
  },
  {
    title: "a stream that breaks off yields the elements that arrived and throws",
    async run({ open, where }) {
      const { client } = await open([{ kind: "cut", times: 3 }], {}, { leadCount: 3_000 });
      const seen: string[] = [];
      // WebKit ends a chunked body that breaks off, so the error is that the list is incomplete.
      const isWebKit = /AppleWebKit(?!.*Chrome)/.test(globalThis.navigator?.userAgent);
      const error = await failure(
        isWebKit && where === "http" ? "ResponseError" : "ConnectionError",
        (async () => {
          for await (const { id } of client.stream.listLeads()) seen.push(id);
        })(),
      );
      assert.isBelow(seen.length, 3_000);
      assert.lengthOf(new Set(seen), seen.length);
      // On a socket the reset can overtake the first bytes, and the stream is then retried; never after an element.
      if (where === "memory") assert.strictEqual(error.attempts, 1);
      if (error.attempts < 3) assert.isNotEmpty(seen);
    },
  },
  {
    title: "a stream that fails before its first byte is retried",
    async run({ open }) {
      const { client, backend } = await open([{ kind: "status", status: 503 }]);
      assert.lengthOf(await collect(client.stream.listLeads()), 60);
      assert.lengthOf(await backend.requests(), 2);
    },
  },
  {
    title: "a stream yields elements while the body arrives in any chunks",
    async run(stage) {
      const tap = await openTap(stage);
      const leads = tapped(stage, tap).stream.listLeads()[Symbol.asyncIterator]();
      const bytes = new TextEncoder().encode('[{"id":"ä😀"},{"id":"\\"]"}');
      const first = leads.next();
      for (const byte of bytes.subarray(0, 17)) await tap.send([byte]);
      assert.deepEqual((await first).value, { id: "ä😀" });
      const second = leads.next();
      await tap.send([...bytes.subarray(17)]);
      await tap.send([...new TextEncoder().encode(',{"id":"last"}]')]);
      await tap.end();
      assert.deepEqual((await second).value, { id: '"]' });
      assert.deepEqual((await leads.next()).value, { id: "last" });
      assert.isTrue((await leads.next()).done);
    },
  },
  {
    title: "a break of the loop cancels the download",
    async run(stage) {
      const tap = await openTap(stage);
      const client = tapped(stage, tap);
      const work = (async () => {
        for await (const lead of client.stream.listLeads()) return lead.id;
        return undefined;
      })();
      await tap.send([...new TextEncoder().encode('[{"id":"one"},{"id":"two"},')]);
      assert.strictEqual(await work, "one");
      await tap.left();
    },
  },
  {
    title: "an abort in the loop throws its reason and cancels the download",
    async run(stage) {
      const tap = await openTap(stage);
      const controller = new AbortController();
      const reason = new Error("The user left.");
      const thrown = caught(
        (async () => {
          const { signal } = controller;
          for await (const _ of tapped(stage, tap).stream.listLeads({}, { signal })) controller.abort(reason);
        })(),
      );
      await tap.send([...new TextEncoder().encode('[{"id":"one"},{"id":"two"},')]);
      assert.strictEqual(await thrown, reason);
      await tap.left();
    },
  },
  {
    title: "a stream that stalls times out",
    async run(stage) {
      const tap = await openTap(stage);
      await withHeldTimers(STALL_MS, async (stall) => {
        const leads = tapped(stage, tap, { timeoutMs: STALL_MS }).stream.listLeads()[Symbol.asyncIterator]();
        const first = leads.next();
        await tap.send([...new TextEncoder().encode('[{"id":"one"},')]);
        assert.deepEqual((await first).value, { id: "one" });
        const error = failure("TimeoutError", leads.next());
        stall();
        assert.strictEqual((await error).limit, "timeoutMs");
      });
      await tap.left();
    },
  },
];

/** A client of a tap. */
function tapped({ host }: Stage, { baseUrl, fetch }: Tap, options: ClientOptions = {}) {
  return createClient({
    apiKey: KEY,
    baseUrl,
    retries: 0,
    fetch,
    dangerouslyAllowBrowser: host.isPage,
    ...options,
  });
}
