import { expect, onTestFinished, test, vi } from "vitest";
import { WHOLE_LIST_LIMIT } from "./encoded-list.js";
import { toResponse } from "./to-response.js";

function* count(upTo: number, seen: { made: number; ended?: boolean }) {
  try {
    while (seen.made < upTo) yield { number: seen.made++, text: "x".repeat(100) };
  } finally {
    seen.ended = true;
  }
}

const list = (upTo: number, seen = { made: 0 }, signal?: AbortSignal) =>
  toResponse({ status: 200, body: { elements: count(upTo, seen) } }, { signal });

test.each([0, 1, WHOLE_LIST_LIMIT, WHOLE_LIST_LIMIT + 1, 5_000])("a list of %i arrives whole", async (length) => {
  const elements = (await list(length).json()) as unknown[];
  expect(elements).toHaveLength(length);
  expect(elements).toEqual([...count(length, { made: 0 })]);
});

test("a short list states its length and a long one does not", () => {
  expect(list(1).headers.get("content-length")).toBe("124");
  expect(list(5_000).headers.has("content-length")).toBe(false);
});

test("a long list is generated as fast as it is read", async () => {
  const seen = { made: 0 };
  const reader = list(1_000_000, seen).body?.getReader();
  expect(seen.made).toBe(WHOLE_LIST_LIMIT + 1);
  for (let chunk = 1; chunk <= 3; chunk += 1) {
    const { value } = (await reader?.read()) ?? {};
    expect(value?.length).toBeLessThan(70_000);
  }
  await new Promise(setImmediate);
  expect(seen.made).toBeLessThan(3_000);
});

test("lists that are read in turn, one after a failed one, have only their own elements", async () => {
  expect(() => toResponse({ status: 200, body: { elements: [1, 2n] } })).toThrow(TypeError);
  const lengths = [2_000, 3_000];
  const readers = lengths.map((length) => list(length).body?.getReader());
  const texts = ["", ""];
  const decoder = new TextDecoder();
  for (let isOpen = true; isOpen; ) {
    const reads = await Promise.all(readers.map((reader) => reader?.read()));
    for (const [index, read] of reads.entries()) texts[index] += decoder.decode(read?.value);
    isOpen = reads.some((read) => !read?.done);
  }
  expect(texts.map((text) => JSON.parse(text))).toEqual(lengths.map((length) => [...count(length, { made: 0 })]));
});

test("a long list arrives whole while a test fakes setTimeout", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  let nowMs = 0;
  // Each chunk takes a second.
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (nowMs += 1_000));
  onTestFinished(() => {
    vi.useRealTimers();
    clock.mockRestore();
  });
  expect(await list(5_000).json()).toHaveLength(5_000);
});

test("a long list ends when its reader cancels", async () => {
  const seen: { made: number; ended?: boolean } = { made: 0 };
  const { body } = list(1_000_000, seen);
  await body?.cancel();
  expect(seen).toEqual({ made: WHOLE_LIST_LIMIT + 1, ended: true });
});

test("a long list ends with the signal's reason", async () => {
  const abort = new AbortController();
  const seen: { made: number; ended?: boolean } = { made: 0 };
  const reader = list(1_000_000, seen, abort.signal).body?.getReader();
  await reader?.read();
  const reason = new Error("enough");
  abort.abort(reason);
  await expect(reader?.read()).rejects.toBe(reason);
  expect(seen.ended).toBe(true);
});

test("a long list lets timers run while it is read", async () => {
  const reader = list(1_000_000).body?.getReader();
  let fired = false;
  setTimeout(() => (fired = true), 0);
  while (!fired && !(await reader?.read())?.done);
  expect(fired).toBe(true);
  await reader?.cancel();
});

test("an error in the middle of a long list breaks the body", async () => {
  function* failing() {
    yield* count(2_000, { made: 0 });
    throw new Error("no more");
  }
  await expect(toResponse({ status: 200, body: { elements: failing() } }).text()).rejects.toThrow("no more");
});
