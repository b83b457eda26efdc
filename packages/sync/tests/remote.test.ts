import { on } from "node:events";
import { setImmediate } from "node:timers/promises";
import { MessageChannel } from "node:worker_threads";
import { expect, test } from "vitest";
import { createRemote, serve } from "../src/sqlite/remote.js";

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
  const { port1: port, port2: caller } = new MessageChannel();
  serve(() => ({ wait, go: () => ended.push("go") }), port);
  caller.postMessage({ data: {} });
  caller.postMessage({ id: 0, method: "wait", parameters: [] });
  caller.postMessage({ id: 1, method: "go", parameters: [] });
  for await (const [{ id }] of on(caller, "message")) if (id === 1) break;
  expect(ended).toEqual(["wait", "go"]);
  caller.close();
});
