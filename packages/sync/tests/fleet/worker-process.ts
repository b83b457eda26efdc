// A worker of the fleet, in a process that a test can kill: node worker-process.ts FLAGS
import { run } from "@serviceform/sync/cli";

process.exitCode = await run(["worker", "--concurrency", "10", ...process.argv.slice(2)], process);
