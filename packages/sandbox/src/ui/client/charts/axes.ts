import { svg } from "../element.js";
import { formatCount, formatDay } from "../format.js";
import type { ChartPeriod } from "./chart.js";
import { MARGIN, type Scale } from "./scale.js";

/** The width of a date below the axis. */
const LABEL_WIDTH = 48;

/** The grid with its values, and the dates below it. */
export function drawAxes(periods: readonly ChartPeriod[], scale: Scale): SVGElement[] {
  return [...drawTicks(scale), ...drawDates(periods, scale)];
}

function drawTicks({ width, ticks, y }: Scale): SVGElement[] {
  return ticks.flatMap((value) => [
    svg("line", { class: "grid", x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value) }),
    svg("text", { class: "tick", x: MARGIN.left - 8, y: y(value) + 4, "text-anchor": "end" }, formatCount(value)),
  ]);
}

/**
 * From the last day backwards, so that it always has its date. This date is aligned with the end of the axis, and so
 * needs half a width more.
 */
function drawDates(periods: readonly ChartPeriod[], { width, height, slot, x }: Scale): SVGElement[] {
  const every = Math.max(1, Math.ceil((1.5 * LABEL_WIDTH) / slot));
  return periods.flatMap(({ day }, index) => {
    if ((periods.length - 1 - index) % every !== 0) return [];
    const middle = x(index) + slot / 2;
    const isLast = middle > width - LABEL_WIDTH / 2;
    const place = isLast ? { x: width - MARGIN.right, "text-anchor": "end" } : { x: middle, "text-anchor": "middle" };
    return svg("text", { class: "tick", ...place, y: height - 6 }, formatDay(day));
  });
}
