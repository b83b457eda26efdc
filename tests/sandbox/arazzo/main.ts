import { startServer } from "@serviceform/sandbox/server";
import { findUncoveredStatuses } from "./find-uncovered-statuses.ts";
import { runRespect } from "./run-respect.ts";

const apiKey = "respect";
const { url, sandbox, close } = await startServer({ apiKey });
const { passed, report } = await runRespect({ url, apiKey });
const uncovered = findUncoveredStatuses(sandbox.requests);
await close();

console.log(report);
if (uncovered.length > 0) console.error(`No case covers ${uncovered.join(", ")}.`);
else console.log(`Every documented status of every operation was covered, in ${sandbox.requests.length} requests.`);
process.exitCode = passed && uncovered.length === 0 ? 0 : 1;
