import { expect, onTestFinished, test, vi } from "vitest";
import { call, read } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";

const now = "2026-01-01T00:00:00Z";

test.for(["GET /leads", "GET /flex/spaces", "GET /flex/spaces/space-customers/items", "POST /chats"])(
  "empty responds to %s with 200 and an empty list",
  async (what) => {
    const sandbox = createSandbox({ faults: [{ kind: "empty" }] });
    const response = await call(sandbox, what, what.startsWith("POST") ? { body: {} } : {});
    expect([response.status, await response.text()]).toEqual([200, "[]"]);
  },
);

test("empty does not change the error of an invalid key", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "empty" }] });
  expect((await call(sandbox, "GET /leads", { key: "other" })).status).toBe(401);
});

test("empty and foreign do not change responses that are no list", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "empty" }, { kind: "foreign" }] });
  const [id] = sandbox.store.items.filter(({ space_id }) => space_id === "space-customers").map((item) => item.id);
  const path = `/flex/spaces/space-customers/items/${encodeURIComponent(id ?? "")}`;
  expect(await read(sandbox, `GET ${path}`)).toMatchObject({ id });
  expect(await read(sandbox, "GET /statistics/chat")).toMatchObject({ totalChats: 24 });
  expect(sandbox.faults.list()).toHaveLength(2);
});

test.for([
  [undefined, 2],
  [7, 7],
] as const)("foreign with seed %s responds with the list of seed %i", async ([seed, expected]) => {
  const sandbox = createSandbox({ now, faults: [{ kind: "foreign", ...(seed && { seed }) }] });
  const leads = await read<{ id: string }[]>(sandbox, "GET /leads");
  expect(leads).toEqual(createSandbox({ now, seed: expected }).store.leads);
  const known = new Set(sandbox.store.leads.map(({ id }) => id));
  expect(leads.filter(({ id }) => known.has(id))).toEqual([]);
});

test("slow sends a body in parts with so many bytes per second", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const sandbox = createSandbox({ now, faults: [{ kind: "slow", bytesPerSecond: 1000 }] });
  const whole = await (await call(createSandbox({ now }), "GET /flex/spaces")).bytes();
  const reader = (await call(sandbox, "GET /flex/spaces")).body?.getReader();
  const received: number[] = [];
  const started = Date.now();
  while (received.length < whole.length) {
    const reading = reader?.read();
    await vi.advanceTimersToNextTimerAsync();
    received.push(...((await reading)?.value ?? []));
    expect(Date.now() - started).toBe(received.length);
  }
  expect(received).toEqual([...whole]);
});

test("slow ends with the signal's reason", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "slow", bytesPerSecond: 1 }] });
  const abort = new AbortController();
  const response = await call(sandbox, "GET /flex/spaces", { signal: abort.signal });
  const reason = new Error("enough");
  const reading = response.text();
  abort.abort(reason);
  await expect(reading).rejects.toBe(reason);
});
