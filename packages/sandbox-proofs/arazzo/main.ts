import { startServer } from "@serviceform/sandbox/server";
import { findUnmet } from "./find-unmet.ts";
import { judge } from "./judge.ts";

const apiKey = "respect";
const server = await startServer({ apiKey });
const { passed, report } = await judge(server.url, apiKey);
const unmet = findUnmet(server.sandbox.requests);
await server.close();

console.log(report);
if (unmet.length > 0) console.error(`No workflow has met ${unmet.join(", ")}.`);
else console.log(`Every documented status of every operation was met, in ${server.sandbox.requests.length} requests.`);
process.exitCode = passed && unmet.length === 0 ? 0 : 1;
