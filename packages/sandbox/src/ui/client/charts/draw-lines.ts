import { svg } from "../element.js";
import { formatCount } from "../format.js";
import { drawAxes } from "./axes.js";
import type { ChartData } from "./chart.js";
import { createScale, type Scale } from "./scale.js";

/** A line for each name, with a gap for a missing measurement. */
export function drawLines(
  { names, periods, limit = 0 }: ChartData,
  size: { width: number; height: number },
): SVGElement[] {
  const max = Math.max(limit, ...periods.flatMap(({ values }) => values.map((value = 0) => value)));
  const scale = createScale(size, periods.length, max);
  const lines = names.map((_, at) =>
    svg("path", {
      class: `line series-${at}`,
      d: drawPath(
        periods.map(({ values }) => values[at]),
        scale,
      ),
    }),
  );
  const dots = periods.flatMap(({ label, values }, index) =>
    values.flatMap((value, at) => {
      if (value === undefined) return [];
      const place = {
        cx: scale.x(index) + scale.slot / 2,
        cy: scale.y(value),
        r: Math.min(4, Math.max(2, scale.slot / 4)),
      };
      return svg(
        "circle",
        { class: `series-${at}`, ...place },
        svg("title", {}, `${label}: ${names[at]} ${formatCount(value)}`),
      );
    }),
  );
  return [
    ...drawAxes(
      periods.map(({ day }) => day),
      scale,
    ),
    ...lines,
    ...dots,
  ];
}

function drawPath(values: readonly (number | undefined)[], { x, y, slot }: Scale): string {
  const steps = values.map((value, index) => {
    if (value === undefined) return "";
    const command = index === 0 || values[index - 1] === undefined ? "M" : "L";
    return `${command}${x(index) + slot / 2} ${y(value)}`;
  });
  return steps.join("");
}
