import type { Sample } from "./memory.ts";

/** The memory of both processes after that many leads. */
export interface Stage {
  readonly read: number;
  readonly server: Sample;
  readonly reader: Sample;
}

/** A million leads take a gigabyte. Live memory shows whether leads are kept; the rest is uncollected garbage. */
const MOST_GROWTH_BYTES = { rss: 64_000_000, heap: 16_000_000 };

/** Lists memory that has grown between two stages by more than a process that keeps no leads needs. */
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
