import { run } from "@serviceform/sync/cli";

// A worker of a fleet: node fleet-worker.mjs --database URL
process.exitCode = await run(["worker", "--every", "1d", "--quiet", ...process.argv.slice(2)], process);
