import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@serviceform/sandbox/server";
import { findUncoveredStatuses } from "./find-uncovered-statuses.ts";
import { runRespect } from "./run-respect.ts";
import { uncalled, writeWorkflows } from "./write-workflows.ts";

const apiKey = "respect";
const server = await startServer({ apiKey });
await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-respect-"));
const ids = await uncalled();
const file = join(scratch.path, "shown.arazzo.json");
if (ids.length > 0) await writeWorkflows(server.url, apiKey, ids, file);
const { passed, report } = await runRespect(server.url, apiKey, ids.length > 0 ? [file] : []);
const uncovered = findUncoveredStatuses(server.sandbox.requests);
await server.close();

console.log(report);
if (uncovered.length > 0) console.error(`No workflow covers ${uncovered.join(", ")}.`);
else
  console.log(`Every documented status of every operation was covered, in ${server.sandbox.requests.length} requests.`);
process.exitCode = passed && uncovered.length === 0 ? 0 : 1;
