import { parseArgs } from "node:util";
import { isServiceformError } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { operationTable, server } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { contractVersion } from "@serviceform/types/describe";
import { createAsk, type Target } from "./ask.ts";
import { findDrift } from "./find-drift.ts";
import { renderReport } from "./render-report.ts";
import { createReport, exitCodeOf } from "./report.ts";

const HELP = `Asks the API and tells where it is not what the contract says. Nothing is written.

  --sandbox    ask the sandbox, also where SERVICEFORM_API_KEY is set
  --limit N    how many elements of one list are read (200)
  --calls N    how many calls of one operation are made (10)
  --json       print the report as JSON
  --help       print this

Exit codes: 0 no drift in what came back, 1 the API drifted, 2 calls failed or the command could not run.
`;

const NO_KEY = "SERVICEFORM_API_KEY is not set";

/** Where the program says what it found, and what keeps it from finding anything. */
export interface Output {
  readonly say: (text: string) => unknown;
  readonly complain: (text: string) => unknown;
}

/** Runs the command and returns its exit code: 0 no drift, 1 drift, 2 it could not ask everything. */
export async function runDrift(args: string[], env: NodeJS.ProcessEnv, { say, complain }: Output): Promise<0 | 1 | 2> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        sandbox: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        limit: { type: "string", default: "200" },
        calls: { type: "string", default: "10" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      say(HELP);
      return 0;
    }
    const limits = { elements: readCount("limit", values.limit), calls: readCount("calls", values.calls) };
    const target = chooseTarget(values.sandbox, env, complain);
    const ask = createAsk(target);
    const findings = await findDrift({ operations: operationTable, contracts: operationContracts }, ask, limits);
    const source = target.fetch ? "the sandbox" : new URL(target.baseUrl).origin;
    const report = createReport(source, contractVersion, limits, findings);
    say(values.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
    return exitCodeOf(report);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    complain(`${error.message}\n`);
    return 2;
  }
}

/** What keeps the command from running, in words that hold neither the key nor a value; anything else is a fault here. */
function isRefusal(error: unknown): error is Error {
  const isOption = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
  return isOption || error instanceof UsageError || isServiceformError(error);
}

class UsageError extends Error {}

/** The account whose key is set, or the sandbox. */
function chooseTarget(sandbox: boolean, env: NodeJS.ProcessEnv, complain: Output["complain"]): Target {
  const { SERVICEFORM_API_KEY: apiKey, SERVICEFORM_BASE_URL: baseUrl } = env;
  if (apiKey && !sandbox) return { apiKey, baseUrl: baseUrl || server };
  if (baseUrl && !sandbox)
    throw new UsageError(`${NO_KEY}: the API at SERVICEFORM_BASE_URL cannot be asked without one.`);
  if (!sandbox) complain(`${NO_KEY}: this asks the sandbox, which says nothing about a real account.\n`);
  return { apiKey: "sf_sandbox_key", baseUrl: server, fetch: createSandbox().fetch };
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name} has to be a whole number from 1.`);
  return count;
}
