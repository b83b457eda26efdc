import { withoutHandler } from "../handlers/handlers.js";
import { DEFAULT_API_KEY } from "../options.js";
import { renderGreeting } from "./greeting.js";
import { limitHeap } from "./limit-heap.js";
import { parseArguments, usage } from "./parse-arguments.js";
import { type ServerOptions, startServer } from "./start-server.js";

/** Set by the build. */
declare const SANDBOX_VERSION: string;

// A reader that closes stdout early is not a failure; a disk that is full is.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") return;
  console.error(`error: stdout: ${message}`);
  process.exitCode = 1;
});
try {
  const options = parseArguments(process.argv.slice(2));
  // Unlike `process.stdout.write`, it ignores a pipe whose reader has left.
  if (options === "help") console.log(usage);
  else if (options === "version") console.log(SANDBOX_VERSION);
  else await serveUntilStopped(options);
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  console.error("Run serviceform-sandbox --help for the options.");
  process.exitCode = 1;
}

async function serveUntilStopped(options: ServerOptions): Promise<void> {
  limitHeap();
  const { url, close } = await startServer(options);
  const key = options.apiKey ?? DEFAULT_API_KEY;
  console.log(renderGreeting({ url, key, examples: withoutHandler(), platform: process.platform }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
}
