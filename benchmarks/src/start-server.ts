import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { compiledChild } from "./compile.ts";

/** Starts a loopback server in a separate process, so that it does not affect the measurement. */
export async function startServer(
  name = "serve",
  args: readonly string[] = [],
): Promise<AsyncDisposable & { baseUrl: string }> {
  const child: ChildProcess = fork(compiledChild(name), args);
  const [port] = await once(child, "message");
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
