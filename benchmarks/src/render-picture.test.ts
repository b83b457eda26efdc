import { expect, test } from "vitest";
import { renderPicture } from "./render-picture.ts";

const bars = [
  { label: "raw <fetch>", values: [1, 1], ours: false },
  { label: "ours", values: [1.25, 1.5], ours: true },
];
const picture = renderPicture({ title: 'Time "per" call', series: ["GET", "POST"], bars, unit: "×", decimals: 2 });

test("renderPicture draws one bar for each value, and marks ours", () => {
  expect(picture.match(/<rect class="bar"[^>]*opacity="(1|0.72)"\/><text[^>]*>[\d.]+×/g)).toHaveLength(4);
  expect(picture).toMatch(/<g class="ours">.*ours.*1\.25×.*1\.50×/);
});

test("renderPicture is readable on light and on dark pages", () => {
  expect(picture).toContain("@media (prefers-color-scheme: dark)");
});

test("renderPicture escapes markup", () => {
  expect(picture).toContain("raw &lt;fetch&gt;");
  expect(picture).toContain('aria-label="Time &quot;per&quot; call"');
});

test("renderPicture breaks a bar that is far longer than the others", () => {
  const values = [1, 2, 3, 4, 100].map((value) => ({ label: String(value), values: [value], ours: false }));
  const cut = renderPicture({ title: "t", series: ["s"], bars: values, unit: "", decimals: 0 });
  expect(cut.match(/<path class="bar"[^>]*\/><text[^>]*>100</g)).toHaveLength(1);
});

test("renderPicture groups thousands", () => {
  const one = [{ label: "a", values: [22_549], ours: false }];
  expect(renderPicture({ title: "t", series: ["s"], bars: one, unit: "", decimals: 0 })).toContain("22\u202f549");
});
