import { bar, text } from "@serviceform/svg";
import type { Picture } from "./result.ts";
import { drawing, scaleOf } from "./svg.ts";

/** The width of a phone, where the text of a wider picture would be too small. */
const WIDTH = 400;
const LABEL_WIDTH = 160;
const VALUE_WIDTH = 80;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 22;
const TOP = 34;
const GAP = 18;

/** Draws bar charts below each other, with one bar for each label, in the order of the first chart. */
export function renderOverview(pictures: readonly Picture[]): string {
  const labels = pictures[0]?.bars ?? [];
  const panelHeight = TOP + labels.length * ROW_HEIGHT + GAP;
  const panels = pictures.flatMap(({ title, bars, unit, decimals }, panel) => {
    const top = panel * panelHeight;
    const longest = scaleOf(bars.map(({ values }) => meanOf(values)));
    const rows = labels.map(({ label, ours }, row) => {
      const y = top + TOP + row * ROW_HEIGHT;
      const value = meanOf(bars.find((other) => other.label === label)?.values ?? []);
      const name = text(LABEL_WIDTH - 8, y + BAR_HEIGHT - 3, label, 'text-anchor="end"');
      const scale = { longest, height: BAR_HEIGHT, unit, decimals };
      const drawn = bar(LABEL_WIDTH, y, WIDTH - LABEL_WIDTH - VALUE_WIDTH, value, scale);
      return `<g${ours ? ' class="ours"' : ""}>${name}${drawn}</g>`;
    });
    return [text(8, top + 20, title, 'class="title"'), ...rows];
  });
  const title = pictures.map(({ title }) => title).join("; ");
  return drawing(title, WIDTH, pictures.length * panelHeight - GAP, panels);
}

/** The geometric mean, since the values are ratios. */
function meanOf(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
