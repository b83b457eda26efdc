import { escapeMarkup, text } from "@serviceform/svg";
import { type FigureFormat, formatFigure } from "../format-figure.js";
import { renderFigure } from "./render-figure.js";

const WIDTH = 480;
const HEIGHT = 220;
/** The space around the plot, for values and dates. */
const LEFT = 48;
const RIGHT = 8;
const TOP = 12;
const BOTTOM = 26;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
const WIDEST_COLUMN = 40;
/** The width of a column as a share of its slot; above it, columns touch. */
const COLUMN_SHARE = 0.8;

export interface Columns {
  readonly id: string;
  readonly title: string;
  readonly format: FigureFormat;
  readonly points: readonly Point[];
  /** The maximum of the figures, if they have one. */
  readonly max?: number;
}

export interface Point {
  readonly label: string;
  readonly value: number | undefined;
}

/** A column for each bucket, from zero; a missing figure has no column. */
export function renderColumns({ id, title, format, points, max }: Columns): string {
  const known = points.filter((point): point is Point & { readonly value: number } => point.value !== undefined);
  const ticks = ticksTo(max ?? Math.max(...known.map(({ value }) => value), 1));
  const top = ticks.at(-1) ?? 1;
  const columns = points.map((point, index) => renderColumn(point, { index, count: points.length, top, format }));
  return renderFigure({
    id,
    title,
    description: describe(known, format),
    width: WIDTH,
    height: HEIGHT,
    parts: known.length === 0 ? [] : [...ticks.map((tick) => renderTick(tick, top)), ...columns, ...dates(points)],
    header: ["From", title],
    rows: points.map(({ label, value }) => [label, formatFigure(value, format)]),
  });
}

interface Place {
  readonly index: number;
  readonly count: number;
  /** The value at the top of the plot. */
  readonly top: number;
  readonly format: FigureFormat;
}

function renderColumn({ label, value }: Point, { index, count, top, format }: Place): string {
  if (value === undefined) return "";
  const room = PLOT_WIDTH / count;
  const width = Math.min(room * COLUMN_SHARE, WIDEST_COLUMN);
  const height = (Math.min(Math.max(value, 0), top) / top) * PLOT_HEIGHT;
  const x = LEFT + index * room + (room - width) / 2;
  const hint = `<title>${escapeMarkup(`${label}: ${formatFigure(value, format)}`)}</title>`;
  const size = `width="${width.toFixed(2)}" height="${height.toFixed(2)}"`;
  return `<rect class="bar" x="${x.toFixed(2)}" y="${(TOP + PLOT_HEIGHT - height).toFixed(2)}" ${size}>${hint}</rect>`;
}

function renderTick(tick: number, top: number): string {
  const y = TOP + PLOT_HEIGHT - (tick / top) * PLOT_HEIGHT;
  const line = `<line class="grid" x1="${LEFT}" y1="${y.toFixed(1)}" x2="${WIDTH - RIGHT}" y2="${y.toFixed(1)}"/>`;
  const figure = formatFigure(tick, { decimals: 0, unit: "" });
  return line + text(LEFT - 8, y + 4, figure, 'class="value" text-anchor="end"');
}

/** The dates of the first and the last column; more would not fit on a phone. */
function dates(points: readonly Point[]): readonly string[] {
  const y = HEIGHT - 8;
  const [first, last] = [points[0]?.label ?? "", points.at(-1)?.label ?? ""];
  if (points.length === 1) return [text(LEFT + PLOT_WIDTH / 2, y, first, 'class="value" text-anchor="middle"')];
  return [text(LEFT, y, first, 'class="value"'), text(WIDTH - RIGHT, y, last, 'class="value" text-anchor="end"')];
}

/** Whole numbers in steps of 1, 2 or 5 times a power of ten: at most five steps, up to a value or just above it. */
function ticksTo(max: number): readonly number[] {
  const minStep = max / 5;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(minStep)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= minStep) ?? power;
  return Array.from({ length: Math.ceil(max / step) + 1 }, (_, index) => index * step);
}

function describe(known: readonly { readonly label: string; readonly value: number }[], format: FigureFormat): string {
  const sorted = known.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return "";
  const name = (point: typeof lowest) => `${formatFigure(point.value, format)} (${point.label})`;
  return `From ${name(lowest)} to ${name(highest)}. The table below has all figures.`;
}
