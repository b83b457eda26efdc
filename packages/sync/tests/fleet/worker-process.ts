// A worker of the fleet, in a process that a test can kill: node worker-process.ts DATABASE EVERY
import { run } from "@serviceform/sync/cli";

const [database = "", every = ""] = process.argv.slice(2);
process.exitCode = await run(["worker", "--database", database, "--every", every, "--concurrency", "10"], process);
