import { parentPort, Worker } from "node:worker_threads";

interface Call {
  readonly id: number;
  readonly method: string;
  readonly parameters: readonly unknown[];
}

type Result = { readonly id: number } & ({ readonly value: unknown } | { readonly error: Error });

/** In a worker: calls the methods of an object that the other thread requests. */
export function serve(object: object): void {
  parentPort?.on("message", ({ id, method, parameters }: Call) => {
    parentPort?.postMessage(run(object, { id, method, parameters }));
  });
}

function run(object: object, { id, method, parameters }: Call): Result {
  try {
    // The other thread requests only methods of `SqliteStore`.
    const value = (object as Record<string, (...parameters: readonly unknown[]) => unknown>)[method]?.(...parameters);
    return { id, value };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The methods of an object in a worker, each returning a promise. */
export interface Remote {
  /** Buffers in `transfer` move to the worker, and are empty here afterwards. */
  call(method: string, parameters: readonly unknown[], transfer?: readonly ArrayBuffer[]): Promise<unknown>;
  end(): Promise<void>;
}

/** Starts a worker, which keeps the process alive only during a call. */
export function createRemote(url: URL, workerData: unknown): Remote {
  const worker = new Worker(url, { workerData });
  worker.unref();
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  let failure: Error | undefined;
  const settle = (id: number): PromiseWithResolvers<unknown> | undefined => {
    const call = open.get(id);
    open.delete(id);
    if (open.size === 0) worker.unref();
    return call;
  };

  worker.on("message", (result: Result) => {
    const call = settle(result.id);
    if ("error" in result) call?.reject(result.error);
    else call?.resolve(result.value);
  });
  const fail = (error: Error): void => {
    failure ??= error;
    for (const id of [...open.keys()]) settle(id)?.reject(error);
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the worker of the mirror ended")));

  function call(
    method: string,
    parameters: readonly unknown[],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<unknown> {
    // The worker has ended and cannot respond.
    if (failure) return Promise.reject(failure);
    const pending = Promise.withResolvers<unknown>();
    open.set(calls, pending);
    worker.ref();
    worker.postMessage({ id: calls, method, parameters } satisfies Call, [...transfer]);
    calls += 1;
    return pending.promise;
  }
  return { call, end: async () => void (await worker.terminate()) };
}
