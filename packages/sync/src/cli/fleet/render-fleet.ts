import { printableText } from "@serviceform/records";
import type { EngineStats, Failure, RunSummary } from "../../worker/index.js";

export interface FleetStatus extends RunSummary {
  readonly accounts: { readonly total: number; readonly paused: number };
  readonly jobs: EngineStats;
}

/** Renders the state of a fleet as a page of text. Earlier states appear only as throughput. */
export function renderFleet(history: readonly FleetStatus[]): string {
  const status = history.at(-1);
  if (status === undefined) return "";
  const { accounts, jobs, perMinute, oldestDone, lagSeconds, failed, failures } = status;
  const lines = [
    `accounts     ${accounts.total}, ${accounts.paused} paused`,
    `jobs         ${jobs.queued} queued, ${jobs.active} active, ${jobs.dead} dead`,
    `per minute   ${perMinute.jobs} jobs, ${perMinute.rows} rows read, ${perMinute.changed} written, ${perMinute.failed} failures`,
    `lag          ${lagSeconds === null ? "none is done" : `${renderSeconds(lagSeconds)}, since ${oldestDone}`}`,
    `last runs    ${failed} failed or refused`,
    ...failures.map((failure) => `  ${renderFailure(failure)}`),
  ];
  if (history.length > 1) lines.push(`jobs         ${renderBars(history.map((past) => past.perMinute.jobs))}`);
  return `${lines.join("\n")}\n`;
}

function renderFailure({ account, stream, status, error }: Failure): string {
  return printableText(`${account} ${stream} ${status}: ${error ?? ""}`);
}

function renderSeconds(seconds: number): string {
  const units = [
    { size: 86_400, name: "d" },
    { size: 3_600, name: "h" },
    { size: 60, name: "m" },
  ];
  const unit = units.find(({ size }) => seconds >= size);
  return unit === undefined ? `${seconds} s` : `${Math.floor(seconds / unit.size)} ${unit.name}`;
}

/** Renders a bar for each number, relative to the largest. */
function renderBars(numbers: readonly number[]): string {
  const max = Math.max(...numbers, 1);
  return numbers.map((number) => BARS[Math.round((number / max) * (BARS.length - 1))]).join("");
}

const BARS = "▁▂▃▄▅▆▇█";
