import { validators } from "@serviceform/client/validate";
import { samples } from "@serviceform/tests-samples";
import { expect, test, vi } from "vitest";
import { clientOf, listLeadsBy, rejection } from "./runner/scripted-client.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** An endless array in chunks of one element, and how it is read. */
function endless() {
  const state = { pulled: 0, cancelled: false };
  const fetch = async (_: string, { signal }: RequestInit): Promise<Response> =>
    new Response(
      new ReadableStream(
        {
          start(controller) {
            controller.enqueue(encode("[0"));
            signal?.addEventListener("abort", () => {
              if (!state.cancelled) controller.error(signal.reason);
            });
          },
          pull(controller) {
            state.pulled += 1;
            controller.enqueue(encode(`,${state.pulled}`));
          },
          cancel() {
            state.cancelled = true;
          },
        },
        { highWaterMark: 0 },
      ),
    );
  return { state, fetch };
}

test("a stream cancels the download when the loop breaks", async () => {
  const { state, fetch } = endless();
  const seen: unknown[] = [];
  for await (const lead of clientOf(fetch).stream.listLeads()) {
    seen.push(lead);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual([0, 1, 2]);
  expect(state.cancelled).toBe(true);
  expect(state.pulled).toBeLessThan(10);
});

test("a stream reads no more than the loop requests", async () => {
  const { state, fetch } = endless();
  const iterator = clientOf(fetch).stream.listLeads()[Symbol.asyncIterator]();
  await iterator.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(state.pulled).toBeLessThan(5);
  await iterator.return?.();
  expect(state.cancelled).toBe(true);
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
});

test("a loop that aborts its own signal ends at once with the reason, also when more elements have arrived", async () => {
  const client = clientOf(async () => new Response("[1,2,3,4,5]"));
  const controller = new AbortController();
  const seen: unknown[] = [];
  const reason = await rejection(
    (async () => {
      for await (const lead of client.stream.listLeads({}, { signal: controller.signal })) {
        seen.push(lead);
        if (seen.length === 2) controller.abort("enough");
      }
    })(),
  );
  expect(reason).toBe("enough");
  expect(seen).toEqual([1, 2]);
});

test("a slow consumer does not time out", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const client = clientOf(
    async () =>
      new Response(
        new ReadableStream(
          {
            pull(controller) {
              this.count = (this.count ?? 0) + 1;
              if (this.count > 3) {
                controller.enqueue(encode("]"));
                return controller.close();
              }
              controller.enqueue(encode(this.count === 1 ? "[1" : `,${this.count}`));
            },
          } as UnderlyingDefaultSource & { count?: number },
          { highWaterMark: 0 },
        ),
      ),
    { timeoutMs: 100, totalTimeoutMs: 100 },
  );
  const seen: unknown[] = [];
  for await (const lead of client.stream.listLeads()) {
    seen.push(lead);
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test("each loop over a stream is a call of its own", async () => {
  const fetch = vi.fn(async () => new Response("[1]"));
  const stream = clientOf(fetch).stream.listLeads();
  expect(fetch).not.toHaveBeenCalled();
  for (let loop = 0; loop < 2; loop++) expect(await Array.fromAsync(stream)).toEqual([1]);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("next() calls without awaiting yield the elements in order", async () => {
  const client = clientOf(async () => new Response("[1,2,3]"));
  const iterator = client.stream.listLeads()[Symbol.asyncIterator]();
  const results = await Promise.all([
    iterator.next(),
    iterator.next(),
    iterator.next(),
    iterator.next(),
    iterator.next(),
  ]);
  expect(results.map(({ value }) => value)).toEqual([1, 2, 3, undefined, undefined]);
});

test("a stream is done after an error", async () => {
  const iterator = clientOf(async () => new Response("[1} PRIVATE"))
    .stream.listLeads()
    [Symbol.asyncIterator]();
  const error = await rejection(iterator.next());
  expect(error.name).toBe("ResponseError");
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
});

test("only operations with an array or another body than JSON as their response have a stream", () => {
  const client = clientOf(async () => new Response("[]"));
  const streamed = Object.values(samples).filter(
    ({ output, response }) => Array.isArray(output) || (response && response.mediaType !== "application/json"),
  );
  expect(Object.keys(client.stream).sort()).toEqual(streamed.map(({ id }) => id).sort());
  expect(client.stream).toHaveProperty("listLeads");
  expect(client.stream).not.toHaveProperty("getItem");
});

test("each of 100 000 elements is yielded as soon as its chunk arrives", async () => {
  const element = JSON.stringify({ id: "lead", name: "x".repeat(200) });
  let sent = 0;
  const client = clientOf(
    async () =>
      new Response(
        new ReadableStream(
          {
            pull(controller) {
              if (sent === 100_000) {
                controller.enqueue(encode("]"));
                return controller.close();
              }
              controller.enqueue(encode(`${sent === 0 ? "[" : ","}${Array(100).fill(element).join(",")}`));
              sent += 100;
            },
          },
          { highWaterMark: 0 },
        ),
      ),
  );
  let count = 0;
  let mostHeld = 0;
  for await (const _ of client.stream.listLeads()) {
    count += 1;
    mostHeld = Math.max(mostHeld, sent - count);
  }
  expect(count).toBe(100_000);
  expect(mostHeld).toBeLessThanOrEqual(200);
});

/** An array that stalls after its first element. */
const stalled = (
  body: () => BodyInit | null = () => new ReadableStream({ start: (c) => c.enqueue(encode('[{"id":"1"},')) }),
) => clientOf(async () => new Response(body()), { timeoutMs: 60_000 });

test("a return while the next element is awaited cancels the download at once", async () => {
  const iterator = stalled().stream.listLeads()[Symbol.asyncIterator]();
  expect((await iterator.next()).value).toEqual({ id: "1" });
  const next = iterator.next();
  expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
  expect(await next).toEqual({ done: true, value: undefined });
});

test("an error thrown in while the next element is awaited cancels the download at once", async () => {
  const iterator = stalled().stream.listLeads()[Symbol.asyncIterator]();
  await iterator.next();
  const next = iterator.next();
  expect(await rejection(iterator.throw?.("mine") as Promise<unknown>)).toBe("mine");
  expect(await next).toEqual({ done: true, value: undefined });
});

test("an iterator of a stream can be looped over", async () => {
  const client = clientOf(async () => new Response("[1,2,3]"));
  // As those of generators; the declared type has only `next`, `return` and `throw`.
  const iterator = client.stream.listLeads()[Symbol.asyncIterator]() as AsyncIterableIterator<unknown>;
  await iterator.next();
  expect(await Array.fromAsync(iterator)).toEqual([2, 3]);
});

test("a return before the headers arrive cancels the request", async () => {
  let signal: AbortSignal | null | undefined;
  const client = clientOf((_, init) => {
    signal = init.signal;
    return new Promise(() => {});
  });
  const iterator = client.stream.listLeads()[Symbol.asyncIterator]();
  const next = iterator.next();
  await new Promise((resolve) => setImmediate(resolve));
  await iterator.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
  expect(signal?.aborted).toBe(true);
  // The adapter of axios for `fetch` does this; an error in a listener of an abort ends the process.
  expect(`${signal?.reason}`).toMatch(/^AbortError: /);
});

test("a return before the first element is requested sends nothing", async () => {
  const fetch = vi.fn(async () => new Response("[1]"));
  const iterator = clientOf(fetch).stream.listLeads()[Symbol.asyncIterator]();
  await iterator.return?.();
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
  expect(fetch).not.toHaveBeenCalled();
});

test("an error thrown into a stream is rethrown and cancels the download", async () => {
  const { state, fetch } = endless();
  const iterator = clientOf(fetch).stream.listLeads()[Symbol.asyncIterator]();
  await iterator.next();
  expect(await rejection(iterator.throw?.("mine") as Promise<unknown>).catch(() => {})).toBe("mine");
  expect(state.cancelled).toBe(true);
});

test("every loop over a stream uses the input and options of the call", async () => {
  const urls: string[] = [];
  const client = clientOf(async (url) => {
    urls.push(url);
    return new Response("[1]");
  });
  const input = { spaceId: "a" };
  const stream = client.stream.listItems(input);
  input.spaceId = "b";
  for (let loop = 0; loop < 2; loop++) await Array.fromAsync(stream);
  expect(urls).toEqual(Array(2).fill("https://api.example/flex/spaces/a/items"));
});

test("the error of an invalid element names its path and contains no other element", async () => {
  const leads = [{ id: "a", email: "PRIVATE@example.com" }, { id: "b" }, { id: "c", email: 7 }];
  const client = clientOf(async () => new Response(JSON.stringify(leads)), { validators, validate: "throw" });
  const error = await rejection(listLeadsBy.stream(client));
  expect(error.message).toMatch(/^API responded with 200, but element 2 does not match the contract: /);
  expect(error.bodyPreview).toBe('{"id":"c","email":7}');
});

test("an invalid element that is too deep to be written has no preview", async () => {
  const depth = 100_000;
  const text = `[{"id":"a","pages":${"[".repeat(depth)}${"]".repeat(depth)},"email":7}]`;
  const client = clientOf(async () => new Response(text), { validators, validate: "throw" });
  const error = await rejection(client.stream.listLeads()[Symbol.asyncIterator]().next());
  expect(error).toMatchObject({ name: "ResponseError", status: 200, bodyPreview: "" });
  expect(error.message).toMatch(/^API responded with 200, but element 0 does not match the contract: /);
});
