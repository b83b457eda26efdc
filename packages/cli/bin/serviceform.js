#!/usr/bin/env node
// Not part of the build, so that a package manager can link this file before anything is built.
import module from "node:module";
import { isAbsolute, join } from "node:path";

// Node.js 22.8 and newer keep compiled code for the next start; older versions lack the function. In a folder that is the
// user's own: Node.js runs what it finds there.
const { LOCALAPPDATA = "", XDG_CACHE_HOME = "", HOME = "" } = process.env;
const caches = [LOCALAPPDATA, XDG_CACHE_HOME, join(HOME, ".cache")].find(isAbsolute);
if (caches) module.enableCompileCache?.(join(caches, "serviceform"));
const { run } = await import("../dist/main.js");

// A reader that closes stdout early, as `head` does, is not a failure; any other write error is, in whichever write it
// occurs.
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
    controller.abort(new Error("interrupted"));
  });
}
const { env, stdout, stderr } = process;
// Opened when it is first read: opening it takes a tenth of the time of a start.
const stdin = { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() };
const exitCode = await run(process.argv.slice(2), { env, stdin, stdout, stderr, signal: controller.signal });
// Waits for the output that a pipe has not accepted yet, which would be lost.
for (const stream of [stdout, stderr]) await new Promise((done) => stream.once("error", done).write("", done));
if (failure && exitCode === 0) stderr.write(`error: stdout: ${failure.message}\n`);
// Exits explicitly: an idle connection would keep the process alive for seconds.
process.exit(failure && exitCode === 0 ? 1 : exitCode);
