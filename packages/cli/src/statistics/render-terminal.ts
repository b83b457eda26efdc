import type { Io } from "../io.js";
import { bold } from "../output/color.js";
import { display, fit } from "../output/display.js";
import { terminalWidth } from "../output/terminal-width.js";
import type { BucketStatistics } from "./buckets.js";
import { CHATS, type FigureFormat, formatFigure, SCORE, SECONDS } from "./format-figure.js";
import { readFigures, toNumber } from "./read-figures.js";
import type { Report } from "./report.js";

const NAME_WIDTH = 24;
const NUMBER_WIDTH = 10;
const PLOT_HEIGHT = 10;
/** The cells beside the plot that its axis takes. */
const AXIS_WIDTH = 12;
/** A wider plot is hard to read. */
const MAX_WIDTH = 120;
/** The cells that a date on the axis takes. */
const DATE_WIDTH = 8;

type Row = readonly [name: string, figure: unknown, before: unknown, format?: FigureFormat];

/** The chats of each bucket as a plot, then the figures of the range beside those of the preceding period. */
export async function renderTerminal({ size, buckets, total, previous }: Report, io: Io): Promise<string> {
  const [now, before] = [readFigures(total), readFigures(previous)];
  const agentsBefore = new Map(previous.chatsByAgent?.map(({ agentId, totalChats }) => [agentId, totalChats]));
  const agents = (total.chatsByAgent ?? []).map(
    ({ agentId, agentName, totalChats }): Row => [agentName || agentId, totalChats, agentsBefore.get(agentId)],
  );
  const sources = Object.entries(total.chatsBySource ?? {}).map(
    ([name, count]): Row => [name, count, previous.chatsBySource?.[name]],
  );
  const totals: readonly Row[] = [
    ["Chats", now.chats, before.chats],
    ["Time to a response", now.responseTime, before.responseTime, SECONDS],
    ["Satisfaction, of 5", now.satisfaction, before.satisfaction, SCORE],
  ];
  const sections = [
    bold(`Chats a ${size} from ${date(total.from)} to ${date(total.to)}`, io),
    await renderPlot(buckets, io),
    renderTable("Whole range", totals, io),
    renderTable("Agents", agents, io),
    renderTable("Sources", sources, io),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

async function renderPlot(buckets: readonly BucketStatistics[], io: Io): Promise<string> {
  if (buckets.length < 2) return "";
  const { default: plot } = await import("simple-ascii-chart");
  const chats = buckets.map(({ totalChats }) => toNumber(totalChats) ?? 0);
  const room = Math.min(terminalWidth(io.stdout), MAX_WIDTH) - AXIS_WIDTH;
  const width = Math.max(20, Math.min(buckets.length * DATE_WIDTH, room));
  const step = Math.ceil((buckets.length * DATE_WIDTH) / width);
  const figure = plot(
    chats.map((count, index): [number, number] => [index, count]),
    {
      width,
      height: PLOT_HEIGHT,
      yRange: [0, Math.max(1, ...chats)],
      customXAxisTicks: chats.map((_, index) => index).filter((index) => index % step === 0),
      // Formats only the axis with dates; the other keeps its numbers.
      formatter: (value, { axis }) => (axis === "x" ? (buckets[value]?.from.slice(5, 10) ?? "") : value),
    },
  );
  return figure.replace(/^(?:[^\S\n]*\n)+|\s+$/g, "").replace(/[^\S\n]+$/gm, "");
}

function renderTable(title: string, rows: readonly Row[], io: Io): string {
  if (rows.length === 0) return "";
  const head = bold(`${fit(title, NAME_WIDTH)}${"now".padStart(NUMBER_WIDTH)}${"before".padStart(NUMBER_WIDTH)}`, io);
  const lines = rows.map(([name, figure, before, format = CHATS]) => {
    const cells = [figure, before].map((value) => formatFigure(toNumber(value), format).padStart(NUMBER_WIDTH));
    return `${fit(display(name), NAME_WIDTH)}${cells.join("")}`;
  });
  return [head, ...lines].join("\n");
}

function date(iso: string): string {
  return iso.slice(0, 10);
}
