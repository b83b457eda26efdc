import { withoutHandler } from "../handlers/handlers.js";
import { DEFAULT_API_KEY } from "../options.js";
import { renderGreeting } from "./greeting.js";
import { limitHeap } from "./limit-heap.js";
import { parseArguments, usage } from "./parse-arguments.js";
import { type ServerOptions, startServer } from "./start-server.js";

try {
  const options = parseArguments(process.argv.slice(2));
  if (options) await serveUntilStopped(options);
  // Unlike `process.stdout.write`, it ignores a pipe whose reader has left.
  else console.log(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error("Run serviceform-sandbox --help for the options.");
  process.exitCode = 1;
}

async function serveUntilStopped(options: ServerOptions): Promise<void> {
  limitHeap();
  const { url, close } = await startServer(options);
  const key = options.apiKey ?? DEFAULT_API_KEY;
  console.log(renderGreeting({ url, key, examples: withoutHandler() }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
}
