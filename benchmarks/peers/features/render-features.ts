import type { FeatureResult } from "./run-features.ts";

/** A heading of the table, or a feature with the result on each client. */
export interface Row {
  readonly title: string;
  readonly results: readonly FeatureResult[];
}

const START = "<!-- features: start; written by `npx -y pnpm@12 features` -->";
const END = "<!-- features: end -->";

/** The table of features, in Markdown. */
export function renderFeatures(clients: readonly string[], sections: Readonly<Record<string, readonly Row[]>>): string {
  const rows = Object.entries(sections).flatMap(([heading, features]) => [
    [`**${heading}**`, ...clients.map(() => "")],
    ...features.map(({ title, results }) => [title, ...results.map(renderResult)]),
  ]);
  const all = Object.values(sections).flat();
  const counts = clients.map((_, index) => countOf(all.map(({ results }) => results[index])));
  const table = [
    ["construct", ...clients],
    ["---", ...clients.map(() => "---")],
    ...rows,
    [`**right of ${all.length}**`, ...counts],
  ];
  return alignColumns(table);
}

function renderResult(result: FeatureResult): string {
  switch (result.kind) {
    case "right":
      return "yes";
    case "by hand":
      return `with ${result.option}`;
    default:
      return `no: ${result.why}`;
  }
}

function countOf(results: readonly (FeatureResult | undefined)[]): string {
  const right = results.filter((result) => result?.kind === "right").length;
  const byHand = results.filter((result) => result?.kind === "by hand").length;
  return byHand === 0 ? `${right}` : `${right}, ${byHand} more by hand`;
}

/** Formatted as in this repository: padded cells. */
function alignColumns(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row, line) => {
      const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0, line === 1 ? "-" : " "));
      return `| ${cells.join(" | ")} |`;
    })
    .join("\n");
}

/** Replaces the table of a page. */
export function insertFeatures(page: string, table: string): string {
  const [before, rest] = page.split(START);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`The page has no ${START} … ${END}.`);
  return `${before}${START}\n\n${table}\n\n${END}${after}`;
}
