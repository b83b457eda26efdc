import type { Picture } from "./result.ts";

const WIDTH = 720;
const LABEL_WIDTH = 190;
const VALUE_WIDTH = 90;
const BAR_HEIGHT = 14;
const GROUP_GAP = 12;
const TOP = 44;
const LEGEND_HEIGHT = 26;

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

/** Draws a bar chart as SVG; bars begin at zero, and a value far beyond the others is cut and marked. */
export function renderPicture({ title, series, bars, unit, decimals }: Picture): string {
  const longest = scaleOf(bars.flatMap(({ values }) => values));
  const groupHeight = series.length * BAR_HEIGHT + GROUP_GAP;
  const legend = series.length > 1;
  const top = TOP + (legend ? LEGEND_HEIGHT : 0);
  const parts = bars.map(({ label, values, ours }, group) => {
    const y = top + group * groupHeight;
    const name = text(LABEL_WIDTH - 10, y + (series.length * BAR_HEIGHT) / 2 + 5, label, 'text-anchor="end"');
    const drawn = values.map((value, index) => {
      const cut = value > longest;
      const width = (Math.min(value, longest) / longest) * (WIDTH - LABEL_WIDTH - VALUE_WIDTH);
      const barY = y + index * BAR_HEIGHT;
      const figure = `${value.toLocaleString("en", { maximumFractionDigits: decimals, minimumFractionDigits: decimals }).replaceAll(",", "\u202f")}${unit}`;
      return [
        `<rect class="bar" x="${LABEL_WIDTH}" y="${barY + 1}" width="${width.toFixed(1)}" height="${BAR_HEIGHT - 2}" opacity="${opacityOf(index)}"/>`,
        text(LABEL_WIDTH + width + 6, barY + BAR_HEIGHT - 3, `${cut ? "… " : ""}${figure}`, 'class="value"'),
      ].join("");
    });
    return `<g${ours ? ' class="ours"' : ""}>${name}${drawn.join("")}</g>`;
  });
  const keys = series.map((name, index) => {
    const x = LABEL_WIDTH + index * 150;
    return `<rect class="bar" x="${x}" y="${TOP}" width="12" height="12" opacity="${opacityOf(index)}"/>${text(x + 18, TOP + 11, name)}`;
  });
  const height = top + bars.length * groupHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeText(title)}">
  <style>${STYLE}</style>
  ${[text(10, 22, title, 'class="title"'), ...(legend ? keys : []), ...parts].join("\n  ")}
</svg>
`;
}

/** Twice the third-longest bar at most: beyond that the long ones would leave no room to tell the short ones apart. */
function scaleOf(values: readonly number[]): number {
  const [first = 1, ...others] = values.toSorted((left, right) => right - left);
  return Math.min(first, (others[Math.floor(values.length / 4)] ?? first) * 2);
}

function opacityOf(index: number): number {
  return 1 - index * 0.28;
}

function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${attributes && ` ${attributes}`}>${escapeText(content)}</text>`;
}

function escapeText(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
