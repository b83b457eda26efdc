import { element, svg } from "../element.js";
import { formatCount } from "../format.js";
import { tableParts } from "../table-parts.js";
import type { Size } from "./scale.js";

/** The numbers of each period, in the order of the names. */
export interface ChartData {
  readonly title: string;
  /** A text alternative for the chart. */
  readonly summary: string;
  readonly names: readonly string[];
  readonly periods: readonly ChartPeriod[];
  /** The largest possible value; 0 if there is no limit. */
  readonly limit: number;
}

export interface ChartPeriod {
  /** Its first day, as in `2025-06-30`. */
  readonly day: string;
  /** Its days as text. */
  readonly label: string;
  /** Undefined if there is no measurement. */
  readonly values: readonly (number | undefined)[];
}

/** A figure that is redrawn when its numbers or size change, with the numbers as a table too. */
export function createChart(title: string, drawChart: (data: ChartData, size: Size) => SVGElement[]) {
  const picture = element("div", { class: "picture" });
  const legend = element("ul", { class: "legend" });
  const scroll = element("div", { class: "scroll", role: "region", tabindex: 0 });
  const table = element("details", { class: "numbers" }, element("summary", {}, "As a table"), scroll);
  const heading = element("h3", {}, title);
  const node = element("section", { class: "chart", "aria-label": title }, heading, legend, picture, table);
  let shown: ChartData | undefined;

  function draw(): void {
    const { clientWidth: width, clientHeight: height } = picture;
    // The figure has no size before its style sheet is loaded; then the observer calls again.
    if (!shown || width < 80 || height < 60) return;
    const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": shown.summary };
    picture.replaceChildren(svg("svg", attributes, ...drawChart(shown, { width, height })));
  }

  /** The rows, up to ninety, are created only if a user opens the table. */
  function fillTable(): void {
    if (!shown || !table.open) return;
    scroll.setAttribute("aria-label", `${shown.title} as a table`);
    scroll.replaceChildren(renderNumbers(shown));
  }

  new ResizeObserver(draw).observe(picture);
  table.addEventListener("toggle", fillTable);
  return {
    node,
    show(data: ChartData) {
      shown = data;
      legend.replaceChildren(...data.names.map(renderName));
      legend.hidden = data.names.length < 2;
      draw();
      fillTable();
    },
  };
}

function renderName(name: string, index: number): HTMLElement {
  const swatch = element("span", { class: `swatch series-${index}`, "aria-hidden": "true" });
  return element("li", {}, swatch, element("bdi", {}, name));
}

function renderNumbers({ names, periods }: ChartData): HTMLElement {
  const head = names.map((name) => element("th", { scope: "col", class: "number" }, name));
  const rows = periods.map(({ label, values }) => {
    const texts = values.map((value) => (value === undefined ? "–" : formatCount(value)));
    const cells = texts.map((text) => element("td", { class: "number" }, text));
    return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
  });
  return element("table", {}, ...tableParts([element("th", { scope: "col" }, "Days"), ...head], rows));
}
