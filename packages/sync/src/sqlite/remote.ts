import { type MessagePort, parentPort, type Worker } from "node:worker_threads";
import { createTurns } from "../target/create-turns.js";
import { keepWorker, takeWorker } from "./idle-workers.js";

/** The first message of each remote: the data of its object. */
interface Start {
  readonly data: unknown;
}

interface Call {
  readonly id: number;
  readonly method: string;
  readonly parameters: readonly unknown[];
}

type Result = { readonly id: number } & ({ readonly value: unknown } | { readonly error: Error });

/** In a worker: creates an object for each remote, and calls the methods of it that the other thread requests, in turn. */
export function serve(create: (data: unknown) => object, port: MessagePort | null = parentPort): void {
  let object: object = {};
  const inTurn = createTurns();
  port?.on("message", (message: Start | Call) => {
    if ("data" in message) object = create(message.data);
    else void inTurn(async () => port.postMessage(await run(object, message)));
  });
}

async function run(object: object, { id, method, parameters }: Call): Promise<Result> {
  try {
    // The other thread requests only methods of `SqliteStore`.
    const methods = object as Record<string, (...parameters: readonly unknown[]) => unknown>;
    return { id, value: await methods[method]?.(...parameters) };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The methods of an object in a worker, each returning a promise. */
export interface Remote {
  /** Buffers in `transfer` move to the worker, and are empty here afterwards. */
  call(method: string, parameters: readonly unknown[], transfer?: readonly ArrayBuffer[]): Promise<unknown>;
  /** Calls in progress reject. The worker may be used again after the last call, so the object must not hold anything. */
  end(): Promise<void>;
}

/** Takes a worker, which keeps the process alive only during a call. */
export function createRemote(url: URL, data: unknown): Remote {
  const worker = takeWorker(url);
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  let failure: Error | undefined;
  const settle = (id: number): PromiseWithResolvers<unknown> | undefined => {
    const call = open.get(id);
    open.delete(id);
    if (open.size === 0) worker.unref();
    return call;
  };

  const receive = (result: Result): void => {
    const call = settle(result.id);
    if ("error" in result) call?.reject(result.error);
    else call?.resolve(result.value);
  };
  const fail = (error: Error): void => {
    failure ??= error;
    for (const id of [...open.keys()]) settle(id)?.reject(error);
  };
  const ignore = listen(worker, receive, fail);
  worker.postMessage({ data } satisfies Start);

  const call: Remote["call"] = (method, parameters, transfer = []) => {
    // The worker has ended and cannot respond.
    if (failure) return Promise.reject(failure);
    const pending = Promise.withResolvers<unknown>();
    open.set(calls, pending);
    worker.ref();
    worker.postMessage({ id: calls, method, parameters } satisfies Call, [...transfer]);
    calls += 1;
    return pending.promise;
  };

  async function end(): Promise<void> {
    if (failure) return;
    // A late response would settle a call of the next remote.
    const isAtWork = open.size > 0;
    fail(createEndError());
    ignore();
    await (isAtWork ? worker.terminate() : keepWorker(url, worker));
  }
  return { call, end };
}

/** Until the returned function is called. */
function listen(worker: Worker, receive: (result: Result) => void, fail: (error: Error) => void): () => void {
  const exit = (): void => fail(createEndError());
  worker.on("message", receive).on("error", fail).on("exit", exit);
  return () => worker.off("message", receive).off("error", fail).off("exit", exit);
}

function createEndError(): Error {
  return new Error("the worker of the mirror ended");
}
