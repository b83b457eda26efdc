import { bar, text } from "@serviceform/svg";
import { fit, widthOf } from "../../output/display.js";
import { CHATS, formatFigure } from "../format-figure.js";
import { renderFigure } from "./render-figure.js";

const WIDTH = 480;
const LABEL_WIDTH = 170;
const VALUE_WIDTH = 60;
const BAR_HEIGHT = 18;
const ROW_HEIGHT = 26;
/** The longest name that fits beside the bars, in cells. */
const LABEL_CELLS = 22;
/** The other rows appear only in the table. */
const MAX_BARS = 15;

export interface Bars {
  readonly id: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly BarRow[];
}

export interface BarRow {
  readonly name: string;
  readonly chats: number | undefined;
  /** Further cells of the table. */
  readonly cells?: readonly string[];
}

/** A bar for each name, with the rows in the given order. */
export function renderBars({ id, title, header, rows }: Bars): string {
  const shown = rows.slice(0, MAX_BARS);
  const longest = Math.max(...shown.map(({ chats = 0 }) => chats), 1);
  const rest = rows.length > shown.length ? ` Drawn are ${shown.length} of ${rows.length}.` : "";
  return renderFigure({
    id,
    title,
    description: `Chats by name, as bars.${rest} The table below has all figures.`,
    width: WIDTH,
    height: shown.length * ROW_HEIGHT,
    parts: shown.map((row, index) => renderRow(row, index * ROW_HEIGHT, longest)),
    header,
    rows: rows.map(({ name, chats, cells = [] }) => [name, formatFigure(chats, CHATS), ...cells]),
  });
}

function renderRow({ name, chats }: BarRow, y: number, longest: number): string {
  const label = text(LABEL_WIDTH - 10, y + BAR_HEIGHT - 4, shorten(name), 'text-anchor="end"');
  if (chats === undefined) return label + text(LABEL_WIDTH + 6, y + BAR_HEIGHT - 4, formatFigure(chats, CHATS));
  const scale = { longest, height: BAR_HEIGHT, ...CHATS };
  return label + bar(LABEL_WIDTH, y, WIDTH - LABEL_WIDTH - VALUE_WIDTH, Math.max(chats, 0), scale);
}

function shorten(name: string): string {
  return widthOf(name) <= LABEL_CELLS ? name : fit(name, LABEL_CELLS).trimEnd();
}
