import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readTables } from "./read-tables.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const results = readFileSync(join(ROOT, "benchmarks/RESULTS.md"), "utf8");
const measured = readTables(join(ROOT, "docs/compare.md")).filter(({ cells }) =>
  cells.here?.includes("instantiations"),
);

test("every figure of the comparison is in the benchmark results", () => {
  const figures = measured.flatMap(({ cells: { when: _, ...cells } }) =>
    Object.values(cells).flatMap((text) => text.match(/\d[\d ]*\d/g) ?? []),
  );
  expect(figures.length).toBeGreaterThan(measured.length);
  for (const figure of figures) expect(results).toMatch(new RegExp(`\\| +${figure}(×)? +\\|`));
});

test.for([
  ["docs/connect-an-assistant.md", "Beside other servers", 6],
  ["docs/size-a-fleet.md", "What a job costs", 7],
] as const)("every figure of a table in %s is in the benchmark results", ([page, title, count]) => {
  const rows = readTables(join(ROOT, page)).filter(({ section }) => section === title);
  expect(rows).toHaveLength(count);
  const figures = rows.flatMap(({ cells }) => Object.values(cells).slice(1));
  for (const figure of figures)
    expect(results, figure).toMatch(new RegExp(`\\| +${figure.replace(" bytes", "")} +\\|`));
});

test("the README names exactly the metrics with a missed target", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, sentence = ""] = /Targets that are not held today:([^.]*(?:\.md[^.]*)*)\./.exec(readme) ?? [];
  const named = [...sentence.matchAll(/RESULTS\.md#(\w+)/g)].map(([, metric]) => metric);
  const missed = results.split("\n").flatMap((row) => /^\| \[(\w+)\].*\*\*not held\*\*/.exec(row)?.[1] ?? []);
  expect(named).toEqual([...new Set(missed)]);
});
