import type { ChatStatistics } from "@serviceform/types";
import { renderAgentTable } from "./charts/agent-table.js";
import { type ChartData, createChart } from "./charts/chart.js";
import { drawColumns } from "./charts/draw-columns.js";
import { drawLines } from "./charts/draw-lines.js";
import { toChartData } from "./charts/to-chart-data.js";
import { createReader } from "./create-reader.js";
import { byId, element } from "./element.js";
import { formatCount } from "./format.js";
import type { StatisticsReport } from "./statistics-report.js";

/** The statistics of the API, for the whole range and for each period of it. */
export function createStatisticsView() {
  const range = byId("statistics-range") as HTMLSelectElement;
  const charts = {
    sources: createChart("Chats by source", drawColumns),
    durations: createChart("Chats by duration", drawColumns),
    satisfaction: createChart("Satisfaction score, out of 5", drawLines),
    responseTime: createChart("Average response time, in seconds", drawLines),
  };
  const agents = element("section", { class: "chart", "aria-label": "Chats by agent" });
  byId("charts").append(...Object.values(charts).map(({ node }) => node));
  charts.sources.node.after(agents);
  let isShown = false;
  const read = createReader<StatisticsReport>();

  function load(): void {
    const [period, count] = range.value.split("-");
    void read(`statistics?period=${period}&count=${count}`, draw);
  }

  function draw(report: StatisticsReport): void {
    drawFigures(report.total);
    agents.replaceChildren(element("h3", {}, "Chats by agent"), renderAgentTable(report.total.chatsByAgent ?? []));
    const data: { readonly [Name in keyof typeof charts]: ChartData } = toChartData(report);
    for (const name of Object.keys(charts) as (keyof typeof charts)[]) charts[name].show(data[name]);
  }

  range.addEventListener("change", load);
  return {
    show(next: boolean) {
      isShown = next;
      if (next) load();
    },
    /** Reads them again after a change of the store, if they are shown. */
    refresh() {
      if (isShown) load();
    },
  };
}

function drawFigures({ totalChats = 0, averageResponseTime = 0, satisfactionScore = 0 }: ChatStatistics): void {
  const figures = {
    chats: formatCount(totalChats),
    "response-time": `${formatCount(averageResponseTime)} s`,
    satisfaction: `${formatCount(satisfactionScore)} of 5`,
  };
  for (const [name, text] of Object.entries(figures))
    byId(`figure-${name}`).textContent = totalChats === 0 && name !== "chats" ? "–" : text;
}
