import { text } from "./text.js";

/** A bar with its figure behind it; one longer than the scale is cut, and says so. */
export function bar(x: number, y: number, room: number, value: number, scale: BarScale): string {
  const { longest, height, opacity = 1, unit, decimals } = scale;
  const width = (Math.min(value, longest) / longest) * room;
  const digits = { maximumFractionDigits: decimals, minimumFractionDigits: decimals };
  const figure = `${value > longest ? "… " : ""}${value.toLocaleString("en", digits).replaceAll(",", "\u202f")}${unit}`;
  return [
    `<rect class="bar" x="${x}" y="${y + 1}" width="${width.toFixed(1)}" height="${height - 2}" opacity="${opacity}"/>`,
    text(x + width + 6, y + height - 3, figure, 'class="value"'),
  ].join("");
}

export interface BarScale {
  /** The value that fills the room. */
  readonly longest: number;
  readonly height: number;
  readonly opacity?: number;
  readonly unit: string;
  readonly decimals: number;
}
