import { quoteText } from "../target/dialect.js";
import { renderCounts } from "../target/render-counts.js";
import type { RunCounts, RunKey } from "../target/target.js";

/** The statements that store the counts of a batch and the state after it. */
export function renderProgress(key: RunKey, counts: RunCounts, state: unknown): string[] {
  const progress = renderCounts(key, counts);
  return state === undefined ? [progress] : [progress, renderState(key, state)];
}

function renderState({ account, table, run }: RunKey, state: unknown): string {
  const values = [quoteText(account), quoteText(table), `${quoteText(JSON.stringify(state))}::jsonb`, run];
  return `insert into state (account, stream, state, run) values (${values.join(", ")}) on conflict (account, stream) do update set state = excluded.state, run = excluded.run`;
}
