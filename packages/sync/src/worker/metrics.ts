import type { EngineStats } from "./engine.js";

/** Counters of a worker, in the text format of Prometheus. No label contains an account, a key or personal data. */
export class Metrics {
  readonly #jobs = new Map<string, number>();
  readonly #rows = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  #seconds = 0;

  recordJob(stream: string, outcome: string, seconds: number): void {
    add(this.#jobs, `stream="${stream}",outcome="${outcome}"`, 1);
    this.#seconds += seconds;
  }

  recordRows(stream: string, op: string, count: number): void {
    add(this.#rows, `stream="${stream}",op="${op}"`, count);
  }

  /** `status` is the status of the response; 0 if there was none. */
  recordFailure(status: number): void {
    add(this.#failures, `status="${status}"`, 1);
  }

  render({ queued, active, dead }: EngineStats): string {
    const states = new Map(Object.entries({ queued, active, dead }).map(([state, n]) => [`state="${state}"`, n]));
    return [
      ...family("serviceform_sync_jobs_total", "counter", "Jobs that ended, by outcome.", this.#jobs),
      ...family("serviceform_sync_rows_total", "counter", "Records written to the mirror.", this.#rows),
      ...family("serviceform_sync_failures_total", "counter", "Failed runs by response status.", this.#failures),
      ...family("serviceform_sync_job_seconds_total", "counter", "Time spent in jobs.", new Map([["", this.#seconds]])),
      ...family("serviceform_sync_queue_jobs", "gauge", "Jobs of the whole fleet.", states),
      "",
    ].join("\n");
  }
}

function add(counts: Map<string, number>, labels: string, count: number): void {
  counts.set(labels, (counts.get(labels) ?? 0) + count);
}

function family(name: string, type: string, help: string, samples: ReadonlyMap<string, number>): string[] {
  const lines = [...samples].map(([labels, value]) => `${name}${labels === "" ? "" : `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}
