import { bar, text } from "@serviceform/svg";
import type { Picture } from "./result.ts";
import { drawing, scaleOf } from "./svg.ts";

const LABEL_WIDTH = 180;
const PANEL_WIDTH = 330;
const VALUE_WIDTH = 70;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 24;
const TOP = 40;

/** Draws some pictures beside each other, with one bar for each label, in the order of the first. */
export function renderOverview(pictures: readonly Picture[]): string {
  const labels = pictures[0]?.bars ?? [];
  const heading = pictures.map(({ title }, panel) => text(leftOf(panel), 22, title, 'class="title"'));
  const rows = labels.map(({ label, ours }, row) => {
    const y = TOP + row * ROW_HEIGHT;
    const name = text(LABEL_WIDTH - 10, y + BAR_HEIGHT - 3, label, 'text-anchor="end"');
    const bars = pictures.map(({ bars, unit, decimals }, panel) => {
      const value = meanOf(bars.find((other) => other.label === label)?.values ?? []);
      const longest = scaleOf(bars.map(({ values }) => meanOf(values)));
      return bar(leftOf(panel), y, PANEL_WIDTH - VALUE_WIDTH, value, { longest, height: BAR_HEIGHT, unit, decimals });
    });
    return `<g${ours ? ' class="ours"' : ""}>${name}${bars.join("")}</g>`;
  });
  const title = pictures.map(({ title }) => title).join("; ");
  return drawing(title, leftOf(pictures.length), TOP + labels.length * ROW_HEIGHT, [...heading, ...rows]);
}

function leftOf(panel: number): number {
  return LABEL_WIDTH + panel * PANEL_WIDTH;
}

/** Of ratios, so the geometric one. */
function meanOf(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
