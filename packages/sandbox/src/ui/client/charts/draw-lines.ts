import { svg } from "../element.js";
import { formatCount } from "../format.js";
import { drawAxes } from "./axes.js";
import type { ChartData } from "./chart.js";
import { createScale, type Scale, type Size } from "./scale.js";

/** A line for each name, with a gap for a missing measurement. */
export function drawLines({ names, periods, limit }: ChartData, size: Size): SVGElement[] {
  const max = Math.max(limit, ...periods.flatMap(({ values }) => values.map((value = 0) => value)));
  const scale = createScale(size, periods.length, max);
  const lines = names.map((_, at) => {
    const values = periods.map((period) => period.values[at]);
    return svg("path", { class: `series-${at}`, d: drawPath(values, scale) });
  });
  const r = Math.min(4, Math.max(2, scale.slot / 4));
  const dots = periods.flatMap(({ label, values }, index) =>
    values.flatMap((value, at) => {
      if (value === undefined) return [];
      const place = { cx: scale.x(index) + scale.slot / 2, cy: scale.y(value), r };
      const title = svg("title", {}, `${label}: ${names[at]} ${formatCount(value)}`);
      return svg("circle", { class: `series-${at}`, ...place }, title);
    }),
  );
  return [...drawAxes(periods, scale), ...lines, ...dots];
}

function drawPath(values: readonly (number | undefined)[], { x, y, slot }: Scale): string {
  const steps = values.map((value, index) => {
    if (value === undefined) return "";
    const command = values[index - 1] === undefined ? "M" : "L";
    return `${command}${x(index) + slot / 2} ${y(value)}`;
  });
  return steps.join("");
}
