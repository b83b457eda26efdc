import { type OperationId, operationTable } from "@serviceform/types";
import type { SandboxInternals } from "../../create-sandbox.js";
import { faultForms } from "../../faults/fault-kinds.js";
import type { Setup } from "../client/setup.js";
import type { Period } from "../client/statistics-report.js";
import { describeDetails } from "./describe-details.js";
import { pageError } from "./page-error.js";
import { describeTables } from "./records/describe-tables.js";
import { readRecords } from "./records/read-records.js";
import { sendJson } from "./send-json.js";
import { sendState } from "./send-state.js";
import { readStatistics } from "./statistics/read-statistics.js";

/** The maximum number of days or weeks in the statistics: each is a separate call. */
const MAX_PERIODS = 92;

/** Responds with data for the live view, including the whole store; undefined if the path is not one for data. */
export function readData(url: URL, open: SandboxInternals): Promise<Response> | undefined {
  const { store } = open.api.accounts.get(open.apiKey);
  const [, resource = "", ...rest] = url.pathname.replace(/^\/_sandbox/, "").split("/");
  switch (resource) {
    case "setup":
      return Promise.resolve(sendJson(createSetup(open)));
    case "state":
      return Promise.resolve(sendState(store));
    case "requests":
      return Promise.resolve(readDetails(open, Number(rest[0]), url.origin));
    case "records":
      return readRecords(store, rest, url.searchParams);
    case "statistics":
      return readReport(open, url.searchParams);
    default:
      return undefined;
  }
}

function createSetup({ api, apiKey }: SandboxInternals): Setup {
  const { accounts, handlers } = api;
  const operations = Object.keys(operationTable) as OperationId[];
  const withoutHandler = operations.filter((id) => !handlers[id]);
  return {
    operations,
    withoutHandler,
    tables: describeTables(accounts.get(apiKey).store),
    faultKinds: faultForms,
    seeds: [...accounts.seeds.values()],
    account: [...accounts.seeds.keys()].indexOf(apiKey) + 1,
  };
}

function readDetails({ log }: SandboxInternals, id: number, origin: string): Response {
  const entry = log.entries().find((candidate) => candidate.id === id);
  return entry ? sendJson(describeDetails(entry, origin)) : pageError(404, "The request is no longer in the log.");
}

async function readReport(open: SandboxInternals, parameters: URLSearchParams): Promise<Response> {
  const period: Period = parameters.get("period") === "week" ? "week" : "day";
  const count = Math.min(Math.max(Math.trunc(Number(parameters.get("count")) || 30), 1), MAX_PERIODS);
  try {
    return sendJson(await readStatistics(open, period, count));
  } catch (error) {
    return pageError(500, error instanceof Error ? error.message : String(error));
  }
}
