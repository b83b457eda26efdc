import { text } from "./text.js";

/** A bar with its figure after it. A bar that is longer than the scale is drawn to its end, with a gap. */
export function bar(x: number, y: number, room: number, value: number, scale: BarScale): string {
  const { longest, height, opacity = 1, unit, decimals } = scale;
  const width = (Math.min(value, longest) / longest) * room;
  const digits = { maximumFractionDigits: decimals, minimumFractionDigits: decimals };
  const figure = `${value.toLocaleString("en", digits).replaceAll(",", "\u202f")}${unit}`;
  const shape =
    value > longest
      ? `<path class="bar" d="${brokenBar(x, y + 1, width, height - 2)}" opacity="${opacity}"/>`
      : `<rect class="bar" x="${x}" y="${y + 1}" width="${width.toFixed(1)}" height="${height - 2}" opacity="${opacity}"/>`;
  return shape + text(x + width + 6, y + height - 3, figure, 'class="value"');
}

/** A bar in two parts, with a slanted gap between them. */
function brokenBar(x: number, y: number, width: number, height: number): string {
  const slant = 5;
  const gap = 4;
  const first = width * 0.75;
  const rest = width - first - gap;
  return `M${x} ${y}h${first}l${-slant} ${height}H${x}zM${x + first + gap} ${y}h${rest}v${height}h${-rest - slant}z`;
}

export interface BarScale {
  /** The value whose bar fills the width. */
  readonly longest: number;
  readonly height: number;
  readonly opacity?: number;
  readonly unit: string;
  readonly decimals: number;
}
