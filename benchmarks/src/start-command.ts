import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findPort } from "@serviceform/tests-postgres/find-port";
import { packageFolder } from "./compile.ts";

/** The command of our sandbox. */
export const sandboxBin: string = join(packageFolder, "../packages/sandbox/bin/serviceform-sandbox.js");

/** A server that a command started. */
export interface RunningCommand extends AsyncDisposable {
  readonly url: string;
  /** The peak resident memory of its process. */
  peakBytes(): Promise<number>;
}

const START_MS = 30_000;

/** Starts a command that serves; `{port}` in its arguments is a free port, for those that print none. */
export async function startCommand(script: string, args: readonly string[]): Promise<RunningCommand> {
  const port = String(await findPort());
  const child = spawn(process.execPath, [script, ...args.map((argument) => argument.replace("{port}", port))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const isPrinted = !args.includes("{port}");
  const url = isPrinted ? await printedUrl(child.stdout) : `http://127.0.0.1:${port}`;
  child.stdout.resume();
  await untilItResponds(url);
  return {
    url,
    async peakBytes() {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1_024;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function printedUrl(stdout: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  const lines = stdout[Symbol.asyncIterator]();
  for (;;) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
    if (url) return url;
    const { done, value } = await lines.next();
    if (done) throw new Error(`The command printed no address: ${text}`);
    text += value;
  }
}

async function untilItResponds(url: string): Promise<void> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    if (performance.now() > deadline) throw new Error(`${url} does not respond.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
