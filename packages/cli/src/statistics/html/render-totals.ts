import { CHATS, type FigureFormat, formatFigure, SCORE, SECONDS } from "../format-figure.js";
import type { Figures } from "../read-figures.js";

interface Total {
  readonly name: string;
  readonly format: FigureFormat;
  readonly of: (figures: Figures) => number | undefined;
}

const TOTALS: readonly Total[] = [
  { name: "Chats", format: CHATS, of: ({ chats }) => chats },
  { name: "Average response time", format: SECONDS, of: ({ responseTime }) => responseTime },
  { name: "Satisfaction, of 5", format: SCORE, of: ({ satisfaction }) => satisfaction },
];

/** The figures of the whole range, each beside that of the preceding period. */
export function renderTotals(now: Figures, before: Figures): string {
  const totals = TOTALS.map(({ name, format, of }) => {
    const [value, earlier] = [of(now), of(before)];
    return `<div><dt>${name}</dt>
<dd class="total">${formatFigure(value, format)}</dd>
<dd class="before">before: ${formatFigure(earlier, format)}${renderChange(value, earlier, format)}</dd></div>`;
  });
  return `<dl>\n${totals.join("\n")}\n</dl>`;
}

function renderChange(value: number | undefined, earlier: number | undefined, format: FigureFormat): string {
  if (value === undefined || earlier === undefined) return "";
  const change = value - earlier;
  const size = formatFigure(Math.abs(change), format);
  if (size === formatFigure(0, format)) return " (no change)";
  return ` (${change > 0 ? "+" : "\u2212"}${size})`;
}
