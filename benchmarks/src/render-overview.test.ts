import { expect, test } from "vitest";
import { renderOverview } from "./render-overview.ts";

const size = {
  title: "Bytes",
  series: ["gzip"],
  unit: "",
  decimals: 0,
  bars: [
    { label: "raw", values: [500], ours: false },
    { label: "ours", values: [7_000], ours: true },
  ],
};
const time = {
  title: "Time",
  series: ["GET", "POST"],
  unit: "×",
  decimals: 2,
  bars: [
    { label: "ours", values: [1, 4], ours: true },
    { label: "raw", values: [1, 1], ours: false },
  ],
};
const picture = renderOverview([size, time]);

test("renderOverview draws one bar for each label in every chart, in the order of the first", () => {
  expect(picture).toMatch(/raw.*500<[\s\S]*ours.*7\u202f000<[\s\S]*raw.*1\.00×[\s\S]*ours.*2\.00×/);
  expect(picture.match(/class="bar"/g)).toHaveLength(4);
});

test("renderOverview has the titles of all charts", () => {
  expect(picture).toContain('aria-label="Bytes; Time"');
});
