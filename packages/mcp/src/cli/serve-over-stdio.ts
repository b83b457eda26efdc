import type { Writable } from "node:stream";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { assembleServer, type ServerParts } from "../create-mcp-server.js";
import type { Io } from "./io.js";
import { splitBatches } from "./split-batches.js";
import { untilInterrupted } from "./until-interrupted.js";
import { withoutByteOrderMark } from "./without-byte-order-mark.js";

/** Serves one client, until it closes stdin. Resolves to the exit code, which is 1 if the transport closes itself. */
export async function serveOverStdio(
  parts: ServerParts,
  { stdin = process.stdin, stdout, stderr }: Io,
): Promise<number> {
  const restoreConsole = printConsoleTo(stderr, stdout);
  const input = splitBatches(withoutByteOrderMark(stdin));
  const transport = new StdioServerTransport(input, stdout);
  const onerror = (error: Error): void => void stderr.write(`error: ${describe(error)}\n`);
  const left = new Promise<number>((resolve) => {
    input.once("end", () => resolve(0)).once("close", () => resolve(0));
    // The transport reports the error.
    stdout.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code === "EPIPE" ? 0 : 1));
  });
  const interruption = untilInterrupted();
  const handle = serveStdio(() => assembleServer(parts), { transport, onerror });
  try {
    return await Promise.race([left, untilClosed(transport).then(() => 1), interruption.code]);
  } finally {
    interruption.stop();
    await handle.close();
    restoreConsole();
  }
}

/** The SDK lists what a line lacks to be each kind of message, on dozens of lines. */
function describe({ name, message }: Error): string {
  return name === "ZodError" ? "a line of stdin must be one JSON-RPC message; it was ignored" : message;
}

/** Resolves when a transport closes. It closes itself after a line that is too long, before the client has left. */
function untilClosed(transport: StdioServerTransport): Promise<void> {
  const { onclose } = transport;
  return new Promise((resolve) => {
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
}

/** Redirects the console: a line that a dependency prints on stdout would end the connection. */
function printConsoleTo(stderr: Writable, stdout: Writable): () => void {
  if (stdout !== process.stdout) return () => {};
  const { log, info, debug } = console;
  const print = (...values: readonly unknown[]): void => void stderr.write(`${values.map(String).join(" ")}\n`);
  Object.assign(console, { log: print, info: print, debug: print });
  return () => Object.assign(console, { log, info, debug });
}
