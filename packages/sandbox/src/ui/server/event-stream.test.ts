import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEventStream } from "./event-stream.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Listens to a source of one number, of which only changes are sent. */
function listen(read: () => number, stream = createEventStream()): ReadableStreamDefaultReader<Uint8Array> {
  const follow = () => {
    let seen: number | undefined;
    return () => {
      const before = seen;
      seen = read();
      return seen === before ? undefined : seen;
    };
  };
  return stream.open(follow).getReader();
}

/** Reads the next event as text. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  const { value } = await reader.read();
  return value && new TextDecoder().decode(value);
}

test("a listener gets the current state, then each change", async () => {
  let state = 1;
  const reader = listen(() => state);
  expect(await next(reader)).toBe("data: 1\n\n");
  const second = next(reader);
  vi.advanceTimersByTime(1_000);
  state = 2;
  vi.advanceTimersByTime(200);
  expect(await second).toBe("data: 2\n\n");
});

test("no state is read and no timer runs without listeners", async () => {
  const read = vi.fn(() => 1);
  const stream = createEventStream();
  expect(vi.getTimerCount()).toBe(0);
  const readers = [1, 2].map(() => listen(read, stream));
  expect(vi.getTimerCount()).toBe(1);
  for (const reader of readers) await reader.cancel();
  expect(vi.getTimerCount()).toBe(0);
  const { length } = read.mock.calls;
  vi.advanceTimersByTime(1_000);
  expect(read).toHaveBeenCalledTimes(length);
});

test("a listener that disconnects does not end the stream of others", async () => {
  let state = 1;
  const stream = createEventStream();
  const [one, other] = [listen(() => state, stream), listen(() => state, stream)];
  await one.cancel();
  expect(await next(other)).toBe("data: 1\n\n");
  state = 2;
  vi.advanceTimersByTime(200);
  expect(await next(other)).toBe("data: 2\n\n");
});

test("a process with an open live view can end", async () => {
  vi.useRealTimers();
  const alive = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
  const before = alive();
  const readers = [1, 2].map(() => listen(() => 1));
  expect(alive()).toBe(before);
  const own = setInterval(() => {}, 1_000);
  expect(alive()).toBe(before + 1);
  clearInterval(own);
  for (const reader of readers) await reader.cancel();
});

test("a listener that does not read gets the last state only, so that nothing accumulates", async () => {
  let state = 1;
  const reader = listen(() => state);
  for (state = 2; state < 10; state += 1) vi.advanceTimersByTime(200);
  expect(await next(reader)).toBe("data: 1\n\n");
  vi.advanceTimersByTime(200);
  expect(await next(reader)).toBe("data: 10\n\n");
});

test("closing ends open streams, and later ones at once", async () => {
  const stream = createEventStream();
  const reader = listen(() => 1, stream);
  await next(reader);
  stream.close();
  expect(await next(reader)).toBeUndefined();
  expect(await next(listen(() => 1, stream))).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test("a state that cannot be read is an event of its own, after which the whole state is sent again", async () => {
  let isBroken = false;
  const reader = listen(() => {
    if (isBroken) throw new TypeError("no list");
    return 1;
  });
  for (const [broken, event] of [
    [false, "data: 1\n\n"],
    [true, 'event: problem\ndata: "TypeError: no list"\n\n'],
    [false, "data: 1\n\n"],
  ] as const) {
    isBroken = broken;
    const sent = next(reader);
    vi.advanceTimersByTime(200);
    expect(await sent).toBe(event);
  }
});
