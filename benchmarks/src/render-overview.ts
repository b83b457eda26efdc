import { bar, text } from "@serviceform/svg";
import type { Picture } from "./result.ts";
import { BAR_WIDTH, drawing, LABEL_WIDTH, labeled, scaleOf } from "./svg.ts";

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
    const rows = labels.map((subject, row) => {
      const y = top + TOP + row * ROW_HEIGHT;
      const value = meanOf(bars.find(({ label }) => label === subject.label)?.values ?? []);
      const scale = { longest, height: BAR_HEIGHT, unit, decimals };
      return labeled(subject, y + BAR_HEIGHT - 3, [bar(LABEL_WIDTH, y, BAR_WIDTH, value, scale)]);
    });
    return [text(8, top + 20, title, 'class="title"'), ...rows];
  });
  const title = pictures.map(({ title }) => title).join("; ");
  return drawing(title, pictures.length * panelHeight - GAP, panels);
}

/** The geometric mean, since the values are ratios. */
function meanOf(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
