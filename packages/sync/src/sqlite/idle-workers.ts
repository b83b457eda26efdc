import { Worker } from "node:worker_threads";

/** How long a worker is kept for the next target. */
const IDLE_MS = 2000;

interface IdleWorker {
  readonly worker: Worker;
  readonly forget: () => void;
}

/** Node.js 22 warns that SQLite is experimental, which cron would mail after each run. */
const WITHOUT_WARNING = { execArgv: ["--disable-warning=ExperimentalWarning"] };

/** At most one for each URL of code. */
const idle = new Map<string, IdleWorker>();

/** The idle worker of that code, or a new one, whose start takes much more processor time than a small run. */
export function takeWorker(url: URL): Worker {
  const kept = idle.get(url.href);
  if (kept) {
    kept.forget();
    return kept.worker;
  }
  const worker = new Worker(url, WITHOUT_WARNING);
  worker.unref();
  return worker;
}

/** Keeps a worker that is not in use any more for the next target. It does not keep the process alive. */
export async function keepWorker(url: URL, worker: Worker): Promise<void> {
  if (idle.has(url.href)) {
    await worker.terminate();
    return;
  }
  const timer = setTimeout(() => {
    forget();
    void worker.terminate();
  }, IDLE_MS);
  timer.unref();

  function forget(): void {
    clearTimeout(timer);
    worker.off("error", forget).off("exit", forget);
    idle.delete(url.href);
  }
  worker.on("error", forget).on("exit", forget);
  idle.set(url.href, { worker, forget });
}
