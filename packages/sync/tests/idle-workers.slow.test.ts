import { execFile } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Worker } from "node:worker_threads";
import { expect, test, vi } from "vitest";
import { createRemote } from "../src/sqlite/remote.js";

/** Code of its own for each test: a worker that responds with the number of its thread and the data of its remote. */
function createCode(): URL {
  const source = `
    import { parentPort, threadId } from "node:worker_threads";
    let data;
    parentPort.on("message", (message) => {
      if ("data" in message) data = message.data;
      else parentPort.postMessage({ id: message.id, value: { threadId, data } });
    }); // ${crypto.randomUUID()}`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

interface Use {
  readonly threadId: number;
  readonly data: unknown;
}

async function use(url: URL, data?: unknown): Promise<Use> {
  const remote = createRemote(url, data);
  const response = await remote.call("any", []);
  await remote.end();
  // The shape that the code responds with.
  return response as Use;
}

/** The next worker that this thread starts. */
async function nextWorker(): Promise<Worker> {
  const [worker] = await once(process, "worker");
  return worker;
}

test("a worker whose remote has ended serves the next one, with its data", async () => {
  const url = createCode();
  const first = await use(url, "first");
  expect(await use(url, "second")).toEqual({ threadId: first.threadId, data: "second" });
});

test("remotes at the same time have a worker each, and one of these is kept", async () => {
  const url = createCode();
  const remotes = [createRemote(url, 1), createRemote(url, 2)];
  const workers = (await Promise.all(remotes.map((remote) => remote.call("any", [])))) as Use[];
  expect(new Set(workers.map(({ threadId }) => threadId)).size).toBe(2);
  for (const remote of remotes) await remote.end();
  expect((await use(url)).threadId).toBe(workers[0]?.threadId);
});

test("a remote that has ended cannot call the worker of the next one", async () => {
  const url = createCode();
  const ended = createRemote(url, "ended");
  await ended.end();
  const next = createRemote(url, "next");
  await expect(ended.call("any", [])).rejects.toThrow("the worker of the mirror ended");
  await ended.end();
  expect(await next.call("any", [])).toMatchObject({ data: "next" });
  expect((await use(url)).threadId).not.toBe(((await next.call("any", [])) as Use).threadId);
  await next.end();
});

test("a worker that ends while it is idle is not used again", async () => {
  const url = createCode();
  const started = nextWorker();
  const { threadId } = await use(url);
  await (await started).terminate();
  expect((await use(url)).threadId).not.toBe(threadId);
});

test("a worker that is at work when its remote ends is not used again", async () => {
  const url = createCode();
  const started = nextWorker();
  const remote = createRemote(url, "ended");
  const call = remote.call("any", []);
  const { threadId } = await started;
  const ended = remote.end();
  await expect(call).rejects.toThrow("the worker of the mirror ended");
  await ended;
  expect((await use(url)).threadId).not.toBe(threadId);
});

test("an idle worker ends after a time", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const url = createCode();
    const started = nextWorker();
    const { threadId } = await use(url);
    const ended = once(await started, "exit");
    vi.runAllTimers();
    await ended;
    expect((await use(url)).threadId).not.toBe(threadId);
    vi.runAllTimers();
  } finally {
    vi.useRealTimers();
  }
});

test("a process ends without its idle worker", async () => {
  const script = fileURLToPath(new URL("child/close-target.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  expect(stdout).toBe("the worker was idle\n");
});
