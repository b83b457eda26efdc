import { startServer } from "@serviceform/sandbox/server";
import { findUncoveredStatuses } from "./find-uncovered-statuses.ts";
import { runRespect } from "./run-respect.ts";

const apiKey = "respect";
const { url, sandbox, close } = await startServer({ apiKey });
const { passed, report } = await runRespect({ url, apiKey });
const uncovered = findUncoveredStatuses(sandbox.requests);
await close();

console.log(report);
if (uncovered.length === 0)
  console.log(`Every documented status of every operation was covered, in ${sandbox.requests.length} requests.`);
// The contract explains no such status, so a case in `statuses.test.ts` of the sandbox covers it.
else console.log(`The contract has no case for ${uncovered.join(", ")}.`);
process.exitCode = passed ? 0 : 1;
