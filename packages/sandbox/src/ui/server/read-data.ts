import { type OperationId, operationTable } from "@serviceform/types";
import type { SandboxInternals } from "../../create-sandbox.js";
import { faultForms } from "../../faults/fault-kinds.js";
import type { Store } from "../../seed-data/create-store.js";
import type { Setup } from "../client/setup.js";
import type { Period } from "../client/statistics-report.js";
import { describeDetails } from "./describe-details.js";
import { pageError } from "./page-error.js";
import { describeTables } from "./records/describe-tables.js";
import { readRecords } from "./records/read-records.js";
import { sendState } from "./send-state.js";
import { readStatistics } from "./statistics/read-statistics.js";

/** The maximum number of days or weeks in the statistics: each is a separate call. */
const MAX_PERIODS = 92;

type Reader = (open: SandboxInternals, rest: readonly string[], url: URL) => Response | Promise<Response>;

/** The readers by the first part of the path below `/_sandbox/`. */
const readers: Readonly<Record<string, Reader>> = {
  setup: (open) => Response.json(createSetup(open)),
  state: (open) => sendState(storeOf(open)),
  requests: (open, [id], { origin }) => readDetails(open, Number(id), origin),
  records: (open, path, { searchParams }) => readRecords(storeOf(open), path, searchParams),
  statistics: (open, _, { searchParams }) => readReport(open, searchParams),
};

/**
 * Finds the function that responds with data for the live view, including the whole store; undefined if the path is not
 * one for data.
 */
export function findReader(url: URL): ((open: SandboxInternals) => Response | Promise<Response>) | undefined {
  const [, resource = "", ...rest] = url.pathname.replace(/^\/_sandbox/, "").split("/");
  const reader = Object.hasOwn(readers, resource) ? readers[resource] : undefined;
  return reader && ((open) => reader(open, rest, url));
}

function storeOf({ api, apiKey }: SandboxInternals): Store {
  return api.accounts.get(apiKey).store;
}

function createSetup(open: SandboxInternals): Setup {
  const { accounts, handlers } = open.api;
  const operations = Object.keys(operationTable) as OperationId[];
  return {
    operations,
    withoutHandler: operations.filter((id) => !handlers[id]),
    tables: describeTables(storeOf(open)),
    faultKinds: faultForms,
    seeds: [...accounts.seeds.values()],
    account: [...accounts.seeds.keys()].indexOf(open.apiKey) + 1,
  };
}

function readDetails({ log }: SandboxInternals, id: number, origin: string): Response {
  const entry = log.entries().find((candidate) => candidate.id === id);
  return entry ? Response.json(describeDetails(entry, origin)) : pageError(404, "The request is no longer in the log.");
}

async function readReport(open: SandboxInternals, parameters: URLSearchParams): Promise<Response> {
  const period: Period = parameters.get("period") === "week" ? "week" : "day";
  const count = Math.min(Math.max(Math.trunc(Number(parameters.get("count")) || 30), 1), MAX_PERIODS);
  try {
    return Response.json(await readStatistics(open, period, count));
  } catch (error) {
    return pageError(500, error instanceof Error ? error.message : String(error));
  }
}
