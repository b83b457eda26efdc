import type { Environment } from "./environment.ts";
import { renderTable } from "./render-table.ts";
import type { MetricResult } from "./result.ts";

/** The content of generated/results.json: the last full run of each metric, with its environment. */
export type Results = Readonly<Record<string, MetricResult & Environment>>;

/** RESULTS.md: the targets of all metrics, then each metric. Ratios never mix two runs. */
export function renderResults(results: Results): string {
  const metrics = Object.entries(results);
  const targets = metrics.flatMap(([metric, result]) =>
    result.targets.map(({ what, target, measured, held }) => [
      `[${metric}](#${metric}): ${what}`,
      target,
      measured,
      held ? "held" : "**not held**",
    ]),
  );
  const sections = metrics.map(([metric, result]) => [
    `## ${metric}`,
    `${result.method} Measured on ${result.date}, Node ${result.node}, ${result.cpus} CPUs.`,
    ...(result.picture ? [`![${result.picture.title}](pictures/${metric}.svg)`] : []),
    ...result.tables.map((table) => [...(table.title ? [`${table.title}:`] : []), renderTable(table)].join("\n\n")),
  ]);
  const versions = Object.entries(Object.assign({}, ...metrics.map(([, result]) => result.versions)));
  return `${[
    "# Results",
    "Written by `npx -y pnpm@12 bench`. Every ratio comes from one run, in which the peers took turns in random order; `raw fetch` is what one would write by hand.",
    renderTable({ columns: ["target", "due", "measured", "result"], rows: targets }),
    ...sections.flat(),
    "## Versions",
    renderTable({ columns: ["package", "version"], rows: versions.map(([name, version]) => [name, String(version)]) }),
  ].join("\n\n")}\n`;
}
