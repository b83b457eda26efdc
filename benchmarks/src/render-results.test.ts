import { expect, test } from "vitest";
import { renderResults } from "./render-results.ts";
import { atLeast, atMost, times, whole } from "./result.ts";

const environment = { date: "2026-01-02", node: "24.21.0", cpus: 2, versions: { ky: "2.1.0" } };
const table = { columns: ["peer", "bytes"], rows: [["ky", "9 397"]] };

const text = renderResults({
  size: { ...environment, method: "gzip.", tables: [table], targets: [atMost("bytes", 7_368, 7_500, whole)] },
  throughput: {
    ...environment,
    date: "2026-01-03",
    method: "Loopback.",
    tables: [{ title: "By peer", ...table }],
    targets: [atLeast("throughput", 0.9, 0.95, times)],
    picture: { title: "Rates", series: [], bars: [], unit: "", decimals: 0 },
  },
});

test("renderResults lists each target with its limit, its measurement and its result", () => {
  expect(text).toMatch(/\[size\]\(#size\): bytes +\| +≤ 7 500 \| +7 368 \| +held \|/);
  expect(text).toMatch(/throughput \| +≥ 0\.95× \| +0\.90× \| \*\*not held\*\* \|/);
});

test("renderResults has date and environment of each metric", () => {
  expect(text).toContain("gzip. Measured on 2026-01-02, Node 24.21.0, 2 CPUs.");
  expect(text).toContain("Loopback. Measured on 2026-01-03");
});

test("renderResults has pictures, titles and versions", () => {
  expect(text).toContain("![Rates](pictures/throughput.svg)");
  expect(text).toContain("By peer:\n\n| peer");
  expect(text).toMatch(/\| ky +\| +2\.1\.0 \|/);
});
