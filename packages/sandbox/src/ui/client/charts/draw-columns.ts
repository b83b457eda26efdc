import { svg } from "../element.js";
import { formatCount } from "../format.js";
import { drawAxes } from "./axes.js";
import type { ChartData, ChartPeriod } from "./chart.js";
import { createScale, type Scale, type Size } from "./scale.js";

/** A stacked column for each period. */
export function drawColumns({ names, periods }: ChartData, size: Size): SVGElement[] {
  const max = Math.max(...periods.map(({ values }) => values.reduce<number>((sum, value = 0) => sum + value, 0)));
  const scale = createScale(size, periods.length, max);
  return [...drawAxes(periods, scale), ...periods.map((period, index) => drawColumn(period, index, names, scale))];
}

function drawColumn({ label, values }: ChartPeriod, index: number, names: readonly string[], scale: Scale): SVGElement {
  const { x, y, slot, ticks } = scale;
  const gap = Math.min(8, slot / 6);
  const words = values.flatMap((value, at) => (value ? [`${names[at]} ${formatCount(value)}`] : []));
  const column = svg("g", {}, svg("title", {}, `${label}: ${words.join(", ") || "none"}`));
  // The whole height reacts to the pointer, not only the column.
  const top = y(ticks.at(-1) ?? 0);
  column.append(svg("rect", { class: "slot", x: x(index), y: top, width: slot, height: y(0) - top }));
  let below = 0;
  for (const [at, value = 0] of values.entries()) {
    const top = y(below + value);
    const place = { x: x(index) + gap, y: top, width: slot - 2 * gap, height: y(below) - top };
    if (value > 0) column.append(svg("rect", { class: `series-${at}`, ...place }));
    below += value;
  }
  return column;
}
