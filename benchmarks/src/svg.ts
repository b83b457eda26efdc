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
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeText(title)}">
  <style>${STYLE}</style>
  ${parts.join("\n  ")}
</svg>
`;
}

export function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${attributes && ` ${attributes}`}>${escapeText(content)}</text>`;
}

/** A bar with its figure behind it; one longer than the scale is cut, and says so. */
export function bar(x: number, y: number, room: number, value: number, scale: Scale): string {
  const { longest, height, opacity = 1, unit, decimals } = scale;
  const width = (Math.min(value, longest) / longest) * room;
  const digits = { maximumFractionDigits: decimals, minimumFractionDigits: decimals };
  const figure = `${value > longest ? "… " : ""}${value.toLocaleString("en", digits).replaceAll(",", "\u202f")}${unit}`;
  return [
    `<rect class="bar" x="${x}" y="${y + 1}" width="${width.toFixed(1)}" height="${height - 2}" opacity="${opacity}"/>`,
    text(x + width + 6, y + height - 3, figure, 'class="value"'),
  ].join("");
}

interface Scale {
  /** The value that fills the room. */
  readonly longest: number;
  readonly height: number;
  readonly opacity?: number;
  readonly unit: string;
  readonly decimals: number;
}

/** Twice the third-longest bar at most: beyond that the long ones would leave no room to tell the short ones apart. */
export function scaleOf(values: readonly number[]): number {
  const [first = 1, ...others] = values.toSorted((left, right) => right - left);
  return Math.min(first, (others[Math.floor(values.length / 4)] ?? first) * 2);
}

function escapeText(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
