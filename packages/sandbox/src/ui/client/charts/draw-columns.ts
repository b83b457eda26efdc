import { svg } from "../element.js";
import { formatCount } from "../format.js";
import { drawAxes } from "./axes.js";
import type { ChartData, ChartPeriod } from "./chart.js";
import { createScale, type Scale } from "./scale.js";

/** A stacked column for each period. */
export function drawColumns({ names, periods }: ChartData, size: { width: number; height: number }): SVGElement[] {
  const max = Math.max(...periods.map(({ values }) => sum(values)));
  const scale = createScale(size, periods.length, max);
  const columns = periods.map((period, index) => drawColumn(period, index, names, scale));
  return [
    ...drawAxes(
      periods.map(({ day }) => day),
      scale,
    ),
    ...columns,
  ];
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
    const place = {
      x: x(index) + gap,
      y: y(below + value),
      width: slot - 2 * gap,
      height: y(below) - y(below + value),
    };
    if (value > 0) column.append(svg("rect", { class: `series-${at}`, ...place }));
    below += value;
  }
  return column;
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value = 0) => total + value, 0);
}
