import { escapeMarkup, text } from "@serviceform/svg";
import type { Picture } from "./result.ts";

/** The width of a phone, where the text of a wider picture would be too small. */
const WIDTH = 400;
export const LABEL_WIDTH = 160;
/** Bars end before their values. */
export const BAR_WIDTH = 160;

/** Readable on light and dark pages: an image knows the reader's preference, not the page's style. */
const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; font-size: 15px; }
    .value { font-size: 11px; }
    .bar { fill: #8c959f; }
    .ours .bar { fill: #1f6feb; }
    .ours text { font-weight: 600; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .bar { fill: #6e7681; }
      .ours .bar { fill: #58a6ff; }
    }
  `;

/** An SVG document whose title is read by screen readers. */
export function drawing(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeMarkup(title)}">
  <style>${STYLE}</style>
  ${parts.join("\n  ")}
</svg>
`;
}

/** A label and its bars. */
export function labeled({ label, ours }: Picture["bars"][number], y: number, bars: readonly string[]): string {
  const name = text(LABEL_WIDTH - 8, y, label, 'text-anchor="end"');
  return `<g${ours ? ' class="ours"' : ""}>${name}${bars.join("")}</g>`;
}

/** At most twice the third-longest bar: beyond that, the short bars would look alike. */
export function scaleOf(values: readonly number[]): number {
  const [first = 1, ...others] = values.toSorted((left, right) => right - left);
  return Math.min(first, (others[Math.floor(values.length / 4)] ?? first) * 2);
}
