import { bar, text } from "@serviceform/svg";
import type { Picture } from "./result.ts";
import { BAR_WIDTH, drawing, LABEL_WIDTH, labeled, scaleOf } from "./svg.ts";

const BAR_HEIGHT = 14;
const GROUP_GAP = 12;
const TOP = 44;
const LEGEND_HEIGHT = 26;

/** Draws a bar chart as SVG; bars start at zero, and a bar far longer than the others has a break. */
export function renderPicture({ title, series, bars, unit, decimals }: Picture): string {
  const longest = scaleOf(bars.flatMap(({ values }) => values));
  const groupHeight = series.length * BAR_HEIGHT + GROUP_GAP;
  const legend = series.length > 1;
  const top = TOP + (legend ? LEGEND_HEIGHT : 0);
  const parts = bars.map((subject, group) => {
    const y = top + group * groupHeight;
    const drawn = subject.values.map((value, index) => {
      const scale = { longest, height: BAR_HEIGHT, opacity: opacityOf(index), unit, decimals };
      return bar(LABEL_WIDTH, y + index * BAR_HEIGHT, BAR_WIDTH, value, scale);
    });
    return labeled(subject, y + (series.length * BAR_HEIGHT) / 2 + 5, drawn);
  });
  const keys = series.map((name, index) => {
    const x = 10 + index * 120;
    return `<rect class="bar" x="${x}" y="${TOP}" width="12" height="12" opacity="${opacityOf(index)}"/>${text(x + 18, TOP + 11, name)}`;
  });
  const heading = text(10, 22, title, 'class="title"');
  return drawing(title, top + bars.length * groupHeight, [heading, ...(legend ? keys : []), ...parts]);
}

function opacityOf(index: number): number {
  return 1 - index * 0.28;
}
