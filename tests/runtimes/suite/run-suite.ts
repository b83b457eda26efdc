import { createClient } from "@serviceform/client";
import { type Backend, openHttp, openMemory, type Where } from "./backend.ts";
import { callRunner } from "./call-runner.ts";
import { type Case, KEY, type Stage } from "./case.ts";
import { groups } from "./cases/groups.ts";
import type { Host } from "./host.ts";

/** The result of one case in one runtime. */
export interface Result {
  readonly group: string;
  readonly title: string;
  /** Absent if it makes no difference. */
  readonly where?: Where;
  readonly ms: number;
  /** Absent if it passed. */
  readonly error?: string;
}

/** A case fails after this time. */
const CASE_LIMIT_MS = 60_000;

/** Runs every case, in memory and over HTTP, and reports to the runner. */
export async function runSuite(host: Host): Promise<void> {
  const results: Result[] = [];
  // A server waits a second for stalled requests; the next case does not wait for it.
  const closing: Promise<void>[] = [];
  try {
    for (const [group, cases] of groups(host)) {
      for (const where of ["memory", "http"] as const) {
        for (const one of cases) {
          if (one.on === undefined || one.on === where) {
            const stage = createStage(host, where);
            results.push(await runCase(group, one, stage));
            closing.push(...stage.opened.map((backend) => backend.close()));
          }
        }
      }
    }
    await Promise.all(closing);
    await callRunner(`${host.control}/report`, "POST", { results });
  } catch (error) {
    await callRunner(`${host.control}/report`, "POST", { results, broke: describe(error) });
  }
}

async function runCase(group: string, one: Case, stage: Stage): Promise<Result> {
  const startedAt = Date.now();
  let error: string | undefined;
  try {
    await within(CASE_LIMIT_MS, () => one.run(stage));
  } catch (thrown) {
    error = describe(thrown);
  }
  return {
    group,
    title: one.title,
    where: stage.where,
    ms: Date.now() - startedAt,
    ...(error !== undefined && { error }),
  };
}

function createStage(host: Host, where: Where): Stage & { opened: Backend[] } {
  const opened: Backend[] = [];
  return {
    host,
    where,
    opened,
    async open(faults = [], client = {}, sandbox = {}) {
      const settings = { apiKey: KEY, faults, ...sandbox };
      const backend = where === "memory" ? openMemory(settings) : await openHttp(host.control, settings);
      opened.push(backend);
      const { baseUrl, fetch } = backend;
      const options = {
        apiKey: KEY,
        baseUrl,
        retries: { baseDelayMs: 1 },
        fetch,
        dangerouslyAllowBrowser: host.isPage,
        ...client,
      };
      return { client: createClient(options), backend, options };
    },
  };
}

/** The timeout is set first, since a case can replace the timers. */
async function within(limitMs: number, work: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It has not ended after ${limitMs} ms.`)), limitMs);
  });
  await Promise.race([work(), limit]).finally(() => clearTimeout(timer));
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  // Some runtimes include the message in a stack.
  const { name, message, stack = "", cause } = thrown;
  const where = stack.split("\n").filter((line) => line.trim() !== "" && !line.includes(message.split("\n")[0] ?? ""));
  const why = cause === undefined ? "" : ` (cause: ${String(cause)})`;
  return [`${name}: ${message}${why}`, ...where.slice(0, 6)].join("\n");
}
