import { escapeMarkup } from "@serviceform/svg";

/** Readable on a light and on a dark page: an image cannot see the page's style, only the reader's preference. */
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

/** A drawing of its own, with its title as what readers of a screen are told. */
export function drawing(title: string, width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(title)}">
  <style>${STYLE}</style>
  ${parts.join("\n  ")}
</svg>
`;
}

/** Twice the third-longest bar at most: beyond that the long ones would leave no room to tell the short ones apart. */
export function scaleOf(values: readonly number[]): number {
  const [first = 1, ...others] = values.toSorted((left, right) => right - left);
  return Math.min(first, (others[Math.floor(values.length / 4)] ?? first) * 2);
}
