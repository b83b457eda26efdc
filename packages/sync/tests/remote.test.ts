import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { createRemote, serve } from "../src/sqlite/remote.js";

const port = vi.hoisted(() => ({ on: vi.fn(), postMessage: vi.fn() }));
vi.mock(import("node:worker_threads"), async (load) => ({ ...(await load()), parentPort: port as never }));

test("calls to a worker that has ended reject, later ones too", async () => {
  const url = new URL(
    "data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(0));",
  );
  const remote = createRemote(url, undefined);
  await expect(remote.call("any", [])).rejects.toThrow("the worker of the mirror ended");
  await expect(remote.call("any", [])).rejects.toThrow("the worker of the mirror ended");
  await remote.end();
});

test("a call begins after the one before it has ended", async () => {
  const ended: string[] = [];
  const wait = async () => {
    await setImmediate();
    ended.push("wait");
  };
  const { promise, resolve } = Promise.withResolvers<void>();
  port.postMessage.mockImplementation(({ id }) => id === 1 && resolve());
  serve(() => ({ wait, go: () => ended.push("go") }));
  const [, receive] = port.on.mock.calls[0] ?? [];
  for (const message of [
    { data: {} },
    { id: 0, method: "wait", parameters: [] },
    { id: 1, method: "go", parameters: [] },
  ])
    receive(message);
  await promise;
  expect(ended).toEqual(["wait", "go"]);
});
