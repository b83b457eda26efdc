import type { Comparison, RunCounts, Target } from "../target/target.js";
import { type PackedRecords, packRecords } from "./packed-records.js";
import { createRemote, type Remote } from "./remote.js";
import type { SqliteStore } from "./sqlite-store.js";
import type { PackedBatch } from "./write-batch.js";

/** A store returns some of its results directly, a target returns promises. */
type Methods = {
  [Name in keyof SqliteStore]: (
    ...parameters: Parameters<SqliteStore[Name]>
  ) => Promise<Awaited<ReturnType<SqliteStore[Name]>>>;
};

/** A target whose store lives in a worker thread, since `node:sqlite` blocks. Its first use takes the thread. */
export function createWorkerTarget(worker: URL, path: string): Target {
  let remote: Remote | undefined;
  function send(name: keyof Methods, parameters: readonly unknown[], packed?: PackedRecords): Promise<unknown> {
    remote ??= createRemote(worker, path);
    return remote.call(name, parameters, packed && [packed.bytes.buffer]);
  }

  const write: Target["write"] = async (key, { records, rejected, state }) => {
    const packed = packRecords(records);
    return (await send("write", [key, { packed, rejected, state } satisfies PackedBatch], packed)) as RunCounts;
  };
  const compare: Target["compare"] = async (stream, records) => {
    const packed = packRecords(records);
    return (await send("compare", [stream, packed], packed)) as Comparison;
  };

  async function close(): Promise<void> {
    const closing = remote;
    remote = undefined;
    await closing?.call("close", []);
    await closing?.end();
  }
  return { ...createCalls(send), write, compare, close };
}

/** The methods whose parameters and results are plain values. */
function createCalls(
  send: (name: keyof Methods, parameters: readonly unknown[]) => Promise<unknown>,
): Omit<Target, "write" | "compare" | "close"> {
  // The worker has a `SqliteStore` or a subclass, which has these methods.
  const call = <Name extends keyof Methods>(name: Name): Methods[Name] =>
    ((...parameters: readonly unknown[]) => send(name, parameters)) as Methods[Name];
  return {
    open: call("open"),
    lock: call("lock"),
    unlock: call("unlock"),
    readState: call("readState"),
    readRedaction: call("readRedaction"),
    claimRedaction: call("claimRedaction"),
    startRun: call("startRun"),
    countLive: call("countLive"),
    countKnown: call("countKnown"),
    countUnseen: call("countUnseen"),
    finishRuns: call("finishRuns"),
    readStatus: call("readStatus"),
    findRun: call("findRun"),
    readVersions: call("readVersions"),
    readChanges: call("readChanges"),
    startComparison: call("startComparison"),
    readExtra: call("readExtra"),
    purge: call("purge"),
  };
}
