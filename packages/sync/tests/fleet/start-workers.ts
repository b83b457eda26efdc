import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Workers extends AsyncDisposable {
  /** Kills one of them, at random and without a warning. */
  kill(): void;
  /** Stops them with SIGTERM; returns their exit codes. */
  drain(): Promise<(number | null)[]>;
  /** Their output on stderr. */
  readonly log: readonly string[];
}

/** Starts workers as processes, with the keys of the accounts in their environment. Like a supervisor, it replaces one that ends. */
export function startWorkers(
  count: number,
  database: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): Workers {
  const log: string[] = [];
  const running = new Set<ChildProcess>();
  let isDraining = false;
  for (let worker = 0; worker < count; worker += 1) start();
  return {
    log,
    kill() {
      const all = [...running];
      all[Math.floor(Math.random() * all.length)]?.kill("SIGKILL");
    },
    async drain() {
      isDraining = true;
      const ends = [...running].map((child) => once(child, "exit"));
      for (const child of running) child.kill("SIGTERM");
      return (await Promise.all(ends)).map(([code]) => code as number | null);
    },
    async [Symbol.asyncDispose]() {
      isDraining = true;
      for (const child of running) child.kill("SIGKILL");
    },
  };

  function start(): void {
    const child = spawn(process.execPath, [WORKER, "--database", database, "--every", "1d", ...flags], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(child);
    child.stderr.setEncoding("utf8").on("data", (text: string) => log.push(text));
    child.once("exit", () => {
      running.delete(child);
      if (!isDraining) start();
    });
  }
}

const WORKER = join(import.meta.dirname, "worker-process.ts");
