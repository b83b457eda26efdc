import { startServer } from "@serviceform/sandbox/server";
import { runSmokeTest } from "./run-smoke-test.ts";

process.exitCode = await runSmokeTest({ startServer, print: console.log });
