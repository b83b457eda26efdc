/** How a kind of figure is formatted. */
export interface FigureFormat {
  readonly decimals: number;
  /** Written after the number, with its leading space. */
  readonly unit: string;
}

export const CHATS: FigureFormat = { decimals: 0, unit: "" };
export const SECONDS: FigureFormat = { decimals: 1, unit: "\u00a0s" };
export const SCORE: FigureFormat = { decimals: 2, unit: "" };

/** A figure as text; a missing figure is a dash. */
export function formatFigure(value: number | undefined, { decimals, unit }: FigureFormat): string {
  if (value === undefined) return "–";
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: decimals };
  return `${value.toLocaleString("en", digits).replaceAll(",", "\u202f")}${unit}`;
}

/** A time without trailing zeros, such as `2025-06-01` or `2025-06-30 12:00`. */
export function formatTime(iso: string): string {
  return iso
    .replace(/(?:T00:00)?:00\.000Z$/, "")
    .replace(/\.\d+Z$/, "")
    .replace("T", " ");
}
