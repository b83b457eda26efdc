import { expect, test } from "vitest";
import { createRemote } from "../src/sqlite/remote.js";

test("calls to a worker that has ended reject, later ones too", async () => {
  const url = new URL(
    "data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(0));",
  );
  const remote = createRemote(url, undefined);
  await expect(remote.call("any", [])).rejects.toThrow("the worker of the mirror ended");
  await expect(remote.call("any", [])).rejects.toThrow("the worker of the mirror ended");
  await remote.end();
});
