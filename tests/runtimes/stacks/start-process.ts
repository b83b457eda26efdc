import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { environment } from "../src/run.ts";

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Matches the output when it serves. */
  readonly ready: RegExp;
}

export interface StartedProcess extends AsyncDisposable {
  /** The match of `ready`. */
  readonly match: RegExpMatchArray;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const START_LIMIT_MS = 60_000;

/** Starts a server program and waits until it is ready; it runs until it is disposed. */
export async function startProcess({ command, args, cwd, env, ready }: Program): Promise<StartedProcess> {
  const child = spawn(command, args, { cwd, env: { ...environment(), ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  const stop = async () => {
    child.kill();
    await closed;
  };
  try {
    return { match: await waitFor(child, ready), [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function waitFor(child: Child, ready: RegExp): Promise<RegExpMatchArray> {
  let output = "";
  return new Promise((resolve, reject) => {
    const fail = (event: string) => reject(new Error(`${child.spawnfile} ${event}:\n${output}`));
    setTimeout(fail, START_LIMIT_MS, "has not started in time").unref();
    child.once("close", () => fail("has ended"));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        const match = output.match(ready);
        if (match) resolve(match);
      });
    }
  });
}
