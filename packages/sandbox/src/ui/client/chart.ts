import { element, svg } from "./element.js";
import type { ChatCounts, DayRow } from "./snapshot.js";

const HEIGHT = 220;
const MARGIN = { top: 12, right: 4, bottom: 26, left: 34 };

/** Room for a date beneath the axis. */
const LABEL_WIDTH = 68;

/** Draws chats per day as stacked bars, anew when they or the width change. */
export function createChart(place: HTMLElement): (chats: ChatCounts) => void {
  const picture = element("div", { class: "picture" });
  const legend = element("ul", { class: "legend" });
  const note = element("p", { class: "note" });
  const table = element("details", {}, element("summary", {}, "The same as a table"));
  const empty = element("p", { class: "empty" }, "There are no chats.");
  place.append(picture, legend, note, table, empty);
  let drawn: ChatCounts | undefined;

  function draw(): void {
    // Before the style sheet is there, the place has no width; the observer tells when it has.
    const hasRoom = place.clientWidth > MARGIN.left + MARGIN.right;
    if (hasRoom && drawn && drawn.days.length > 0) picture.replaceChildren(drawPicture(drawn, place.clientWidth));
  }

  new ResizeObserver(draw).observe(place);
  // Ninety rows are made only for who asks for them.
  table.addEventListener("toggle", () => drawn && fillTable(table, drawn));

  return (chats) => {
    if (JSON.stringify(chats) === JSON.stringify(drawn)) return;
    drawn = chats;
    for (const part of [picture, legend, note, table]) part.hidden = chats.days.length === 0;
    empty.hidden = chats.total > 0;
    legend.replaceChildren(...chats.sources.map(describeSource));
    note.textContent = describeRange(chats);
    draw();
    fillTable(table, chats);
  };
}

/** Where things are in the picture. */
interface Scale {
  readonly width: number;
  readonly step: number;
  readonly top: number;
  /** The width of a day. */
  readonly slot: number;
  x(index: number): number;
  y(value: number): number;
}

function drawPicture({ days, sources }: ChatCounts, width: number): SVGElement {
  const most = Math.max(1, ...days.map(({ chats }) => sum(chats)));
  const scale = createScale(width, days.length, most);
  const said = `Chats per day and source, from ${days[0]?.day} to ${days.at(-1)?.day}, at most ${most} on a day.`;
  const size = { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` };
  const bars = days.map((day, index) => drawDay(day, index, sources, scale));
  return svg(
    "svg",
    { ...size, role: "img", "aria-label": said },
    ...drawLines(scale),
    ...drawDates(days, scale),
    ...bars,
  );
}

function createScale(width: number, days: number, most: number): Scale {
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const height = HEIGHT - MARGIN.top - MARGIN.bottom;
  const slot = (width - MARGIN.left - MARGIN.right) / days;
  const x = (index: number) => MARGIN.left + slot * index;
  const y = (value: number) => MARGIN.top + height * (1 - value / top);
  return { width, step, top, slot, x, y };
}

function drawLines({ width, step, top, y }: Scale): SVGElement[] {
  const values = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  return values.flatMap((value) => [
    svg("line", { class: "grid", x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value) }),
    svg("text", { class: "tick", x: MARGIN.left - 8, y: y(value) + 4, "text-anchor": "end" }, formatCount(value)),
  ]);
}

/** From the last day backwards, so that it always has its date. */
function drawDates(days: ChatCounts["days"], { width, slot, x }: Scale): SVGElement[] {
  const every = Math.ceil(LABEL_WIDTH / slot);
  const dated = days.map((_, index) => index).filter((index) => (days.length - 1 - index) % every === 0);
  return dated.map((index) => {
    const middle = x(index) + slot / 2;
    const [anchor, at] =
      middle > width - LABEL_WIDTH / 2 ? ["end", x(index) + slot] : ["middle", Math.max(middle, MARGIN.left)];
    return svg("text", { class: "tick", x: at, y: HEIGHT - 6, "text-anchor": anchor }, shortDay(days[index]?.day));
  });
}

function drawDay({ day, chats }: DayRow, index: number, sources: ChatCounts["sources"], scale: Scale): SVGElement {
  const { x, y, slot, top } = scale;
  const gap = slot > 4 ? 1 : slot / 8;
  const bar = svg("g", {}, svg("title", {}, `${shortDay(day)}: ${inWords(chats, sources)}`));
  // The whole height answers to the pointer, not only the bar.
  bar.append(svg("rect", { class: "slot", x: x(index), y: y(top), width: slot, height: y(0) - y(top) }));
  let below = 0;
  for (const [source, count] of chats.entries()) {
    const height = y(below) - y(below + count);
    below += count;
    const place = { x: x(index) + gap, y: y(below), width: slot - 2 * gap, height };
    if (count > 0) bar.append(svg("rect", { class: `source-${source}`, ...place }));
  }
  return bar;
}

function describeSource({ name, chats }: ChatCounts["sources"][number], index: number): HTMLElement {
  const swatch = element("span", { class: `swatch source-${index}`, "aria-hidden": "true" });
  return element("li", {}, swatch, element("span", { class: "name" }, name), ` ${chats.toLocaleString("en")}`);
}

function describeRange({ days, earlier }: ChatCounts): string {
  const range = `Days in UTC, ${days[0]?.day} to ${days.at(-1)?.day}, by the last message of a chat.`;
  return earlier === 0 ? range : `${range} ${earlier.toLocaleString("en")} more are not on these days.`;
}

function fillTable(details: HTMLDetailsElement, { days, sources }: ChatCounts): void {
  const [summary] = details.children;
  if (!summary || !details.open) return;
  const head = element("tr", {}, element("th", { scope: "col" }, "Day"));
  head.append(...sources.map(({ name }) => element("th", { scope: "col", class: "number" }, name)));
  const rows = days.map(({ day, chats }) => {
    const cells = chats.map((count) => element("td", { class: "number" }, String(count)));
    return element("tr", {}, element("th", { scope: "row" }, day), ...cells);
  });
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  const scroll = { class: "scroll", "aria-label": "Chats per day as a table", tabindex: "0" };
  details.replaceChildren(summary, element("section", scroll, table));
}

/** Lines at 1, 2 or 5 times a power of ten, about four of them. */
function niceStep(most: number): number {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
}

function inWords(chats: readonly number[], sources: ChatCounts["sources"]): string {
  const parts = chats.flatMap((count, index) => (count === 0 ? [] : [`${sources[index]?.name} ${count}`]));
  return parts.length === 0 ? "no chats" : parts.join(", ");
}

function shortDay(day = ""): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}

function formatCount(value: number): string {
  return value.toLocaleString("en");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
