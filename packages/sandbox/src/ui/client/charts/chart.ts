import { element, svg } from "../element.js";
import { formatCount } from "../format.js";

/** The numbers of each period, in the order of the names. */
export interface ChartData {
  readonly title: string;
  /** A text alternative for the chart. */
  readonly summary: string;
  readonly names: readonly string[];
  readonly periods: readonly ChartPeriod[];
  /** The largest possible value; undefined if there is no limit. */
  readonly limit: number | undefined;
}

export interface ChartPeriod {
  /** Its first day, as in `2025-06-30`. */
  readonly day: string;
  /** Its days as text. */
  readonly label: string;
  /** Undefined if there is no measurement. */
  readonly values: readonly (number | undefined)[];
}

export type DrawChart = (data: ChartData, size: { width: number; height: number }) => SVGElement[];

/** A figure that is redrawn when its numbers or size change, with the numbers as a table too. */
export function createChart(title: string, drawChart: DrawChart): { node: HTMLElement; show(data: ChartData): void } {
  const picture = element("div", { class: "picture" });
  const legend = element("ul", { class: "legend" });
  const table = element("details", { class: "numbers" }, element("summary", {}, "As a table"));
  const heading = element("h3", {}, title);
  const node = element("section", { class: "chart", "aria-label": title }, heading, legend, picture, table);
  let shown: ChartData | undefined;

  function draw(): void {
    const { clientWidth: width, clientHeight: height } = picture;
    // The figure has no size before its style sheet is loaded; then the observer calls again.
    if (!shown || width < 80 || height < 60) return;
    const size = { width, height, viewBox: `0 0 ${width} ${height}` };
    picture.replaceChildren(
      svg("svg", { ...size, role: "img", "aria-label": shown.summary }, ...drawChart(shown, { width, height })),
    );
  }

  new ResizeObserver(draw).observe(picture);
  // The rows, up to ninety, are created only if a user opens the table.
  table.addEventListener("toggle", () => shown && fillTable(table, shown));
  return {
    node,
    show(data) {
      shown = data;
      legend.replaceChildren(...data.names.map((name, index) => renderName(name, index)));
      legend.hidden = data.names.length < 2;
      draw();
      fillTable(table, data);
    },
  };
}

function renderName(name: string, index: number): HTMLElement {
  const swatch = element("span", { class: `swatch series-${index}`, "aria-hidden": "true" });
  return element("li", {}, swatch, element("bdi", {}, name));
}

function fillTable(details: HTMLDetailsElement, { title, names, periods }: ChartData): void {
  const [summary] = details.children;
  if (!summary || !details.open) return;
  const head = element("tr", {}, element("th", { scope: "col" }, "Days"));
  head.append(...names.map((name) => element("th", { scope: "col", class: "number" }, name)));
  const rows = periods.map(({ label, values }) => {
    const cells = values.map((value) =>
      element("td", { class: "number" }, value === undefined ? "–" : formatCount(value)),
    );
    return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
  });
  const content = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  const scroll = { class: "scroll", role: "region", "aria-label": `${title} as a table`, tabindex: "0" };
  details.replaceChildren(summary, element("div", scroll, content));
}
