import type { Sample } from "./memory.ts";

/** What both processes took when so many leads had been read. */
export interface Stage {
  readonly read: number;
  readonly server: Sample;
  readonly reader: Sample;
}

/** A million leads are a gigabyte. What is alive says whether any are kept; the rest is garbage not yet given back. */
const MOST_GROWTH_BYTES = { rss: 64_000_000, heap: 16_000_000 };

/** Says where memory has grown between two stages by more than a process that keeps nothing needs. */
export function findGrowth(stages: readonly Stage[]): string[] {
  const [first] = stages;
  if (!first || stages.length < 3) return ["Memory was not measured three times."];
  return stages.flatMap((stage) =>
    (["server", "reader"] as const).flatMap((side) =>
      (["rss", "heap"] as const)
        .filter((kind) => stage[side][kind] - first[side][kind] > MOST_GROWTH_BYTES[kind])
        .map((kind) => {
          const [from, to] = [first, stage].map((at) => Math.round(at[side][kind] / 1_000_000));
          return `The ${kind} of the ${side} grew from ${from} to ${to} MB between ${first.read} and ${stage.read} leads.`;
        }),
    ),
  );
}
