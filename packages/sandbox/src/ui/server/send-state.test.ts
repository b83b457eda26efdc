import { expect, test, vi } from "vitest";
import { createLazyArray } from "../../seed-data/lazy-array.js";
import { createSandbox } from "../../testing/sandbox.js";
import { sendState } from "./send-state.js";

test("the state of very many records is generated as it is read, and not kept", async () => {
  const make = vi.fn((index: number) => ({ id: `lead-${index}`, name: "x".repeat(100) }));
  const store = { ...createSandbox().store, leads: createLazyArray(20_000, make) };
  const reader = sendState(store).body?.getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader?.read())?.value);
  expect(make).not.toHaveBeenCalled();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) text += decoder.decode(next.value);
  expect(make).toHaveBeenCalledTimes(20_000);
  expect(text).toBe(JSON.stringify(store));
  // They were generated a second time.
  expect(make.mock.calls.length).toBeGreaterThan(20_000);
});

test("the state of a store writes values that JSON lacks as JSON.stringify does", async () => {
  const store = { ...createSandbox().store, items: [], leads: [undefined as never, { id: "a", at: new Date(0) }] };
  expect(await sendState(store).text()).toBe(JSON.stringify(store));
});
