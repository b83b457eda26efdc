#!/usr/bin/env node
// Not built, so that a package manager finds it to link before anything is.
import { run } from "../dist/main.js";

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    // Whoever asks a second time does not want to wait for a tidy end.
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
}
const { env, stdin, stdout, stderr } = process;
const exitCode = await run(process.argv.slice(2), { env, stdin, stdout, stderr, signal: controller.signal });
// Not set and left: an idle connection would keep the process for seconds.
process.exit(exitCode);
