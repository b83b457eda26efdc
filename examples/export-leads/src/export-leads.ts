import { pipeline } from "node:stream/promises";
import { createClient } from "@serviceform/client";

const PROGRESS_EVERY = 1_000;
const INTERRUPTED = 130;

const serviceform = createClient();
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

let count = 0;
try {
  // Reads no faster than the file, the pipe or the terminal behind stdout takes it.
  await pipeline(lines, process.stdout);
  process.stderr.write(`\r${count} leads\n`);
} catch (error) {
  // The reader has closed the pipe, as `head` does.
  if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) {
    process.stderr.write(`\r${count} leads, then: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
if (stop.signal.aborted) process.exitCode = INTERRUPTED;

// #region lines
async function* lines(): AsyncGenerator<string> {
  try {
    for await (const lead of serviceform.stream.listLeads({}, { signal: stop.signal })) {
      yield `${JSON.stringify(lead)}\n`;
      count += 1;
      if (count % PROGRESS_EVERY === 0) process.stderr.write(`\r${count} leads`);
    }
  } catch (error) {
    // Return instead of throwing, so that the file ends with a whole line.
    if (!stop.signal.aborted) throw error;
  }
}
// #endregion
