#!/usr/bin/env node
// Not built, so that a package manager finds it to link before anything is.
import { run } from "../dist/main.js";

// A reader that leaves, as `head` does, is no failure; what else goes wrong is one, whichever write it is.
let failure;
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") failure = error;
});
process.stderr.on("error", () => {});

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    // A second signal ends the process at once.
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
}
const { env, stdout, stderr } = process;
// Opened when it is read: that alone takes a tenth of the start.
const stdin = { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() };
const exitCode = await run(process.argv.slice(2), { env, stdin, stdout, stderr, signal: controller.signal });
// What a pipe has not taken yet would be lost.
for (const stream of [stdout, stderr]) await new Promise((done) => stream.once("error", done).write("", done));
if (failure && exitCode === 0) stderr.write(`error: stdout: ${failure.message}\n`);
// Not set and left: an idle connection would keep the process for seconds.
process.exit(failure && exitCode === 0 ? 1 : exitCode);
