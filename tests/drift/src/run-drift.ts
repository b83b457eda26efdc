import { parseArgs } from "node:util";
import { isServiceformError } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { operationTable, serverUrl } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { contractVersion } from "@serviceform/types/describe";
import { createCallOperation, type Target } from "./call-operation.ts";
import { findDrift } from "./find-drift.ts";
import { renderReport } from "./render-report.ts";
import { createReport, exitCodeOf } from "./report.ts";

const HELP = `Calls the API and reports where its responses differ from the contract. It calls no operation that writes.

  --sandbox          call the sandbox, even if SERVICEFORM_API_KEY is set
  --limit <number>   elements to read of each array (default: 200)
  --calls <number>   calls of each operation (default: 10)
  --json             print the report as JSON
  --help             print this help

Exit codes: 0 no drift, 1 drift, 2 calls failed or the command could not run.
`;

const NO_KEY = "SERVICEFORM_API_KEY is not set";

/** Where the program writes its report and its errors. */
export interface Output {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
}

/** Runs the command and returns its exit code: 0 no drift, 1 drift, 2 calls failed. */
export async function runDrift(args: string[], env: NodeJS.ProcessEnv, { stdout, stderr }: Output): Promise<0 | 1 | 2> {
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
      stdout(HELP);
      return 0;
    }
    const limits = { elements: readCount("limit", values.limit), calls: readCount("calls", values.calls) };
    const target = chooseTarget(values, env, stderr);
    const callOperation = createCallOperation(target);
    const result = await findDrift(
      { operations: operationTable, contracts: operationContracts },
      callOperation,
      limits,
    );
    const source = target.fetch ? "the sandbox" : new URL(target.baseUrl).origin;
    const report = createReport(source, contractVersion, limits, result);
    stdout(values.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
    return exitCodeOf(report);
  } catch (error) {
    if (!isExpectedError(error)) throw error;
    stderr(`${error.message}\n`);
    return 2;
  }
}

/** The messages of invalid settings, without the key or a value; any other error is a bug. */
function isExpectedError(error: unknown): error is Error {
  const isOption = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
  return isOption || error instanceof UsageError || isServiceformError(error);
}

class UsageError extends Error {}

/** The account of the key, or the sandbox. */
function chooseTarget(
  { sandbox }: { readonly sandbox: boolean },
  env: NodeJS.ProcessEnv,
  stderr: Output["stderr"],
): Target {
  const { SERVICEFORM_API_KEY: apiKey, SERVICEFORM_BASE_URL: baseUrl } = env;
  if (apiKey && !sandbox) return { apiKey, baseUrl: baseUrl || serverUrl };
  if (baseUrl && !sandbox) throw new UsageError(`${NO_KEY}: it is required to call the API at SERVICEFORM_BASE_URL`);
  if (!sandbox) stderr(`${NO_KEY}: calling the sandbox, which does not show the drift of a real account.\n`);
  // Messy records have fields that the contract lacks, which is drift.
  return { apiKey: "sf_sandbox_key", baseUrl: serverUrl, fetch: createSandbox({ messy: false }).fetch };
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name} must be an integer of at least 1`);
  return count;
}
