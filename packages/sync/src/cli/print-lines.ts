import { once } from "node:events";
import { renderJson } from "@serviceform/records";
import { EXIT } from "./exit-code.js";
import type { Output } from "./io.js";

/**
 * Prints rows as NDJSON, as fast as they are read. A reader that closes stdout early, as `head` does, ends it without
 * an error. Returns the exit code of a command that is done.
 *
 * @throws the reason of `signal`, and what made a write fail
 */
export async function printLines(rows: AsyncIterable<unknown>, stdout: Output, signal: AbortSignal): Promise<number> {
  let failure: NodeJS.ErrnoException | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
  };
  stdout.on?.("error", fail);
  try {
    for await (const row of rows) {
      signal.throwIfAborted();
      if (failure) throw failure;
      const isReady = stdout.write(`${renderJson(row, stdout)}\n`);
      // Only a stream of Node.js returns false, and emits the event.
      if (isReady === false) await once(stdout as NodeJS.WritableStream, "drain", { signal });
    }
  } catch (error) {
    if (Object(error).code !== "EPIPE") throw signal.aborted ? signal.reason : error;
  } finally {
    stdout.off?.("error", fail);
  }
  return EXIT.done;
}
