import type { AgentStatistics } from "@serviceform/types";
import { element } from "../element.js";
import { formatCount } from "../format.js";
import { tableParts } from "../table-parts.js";

/** The agents as a table, the busiest first, with numbers that are also drawn as bars. */
export function renderAgentTable(agents: readonly AgentStatistics[]): HTMLElement {
  const sorted = [...agents].sort((one, other) => (other.totalChats ?? 0) - (one.totalChats ?? 0));
  const max = Math.max(1, ...agents.map(({ totalChats = 0 }) => totalChats));
  const slowest = Math.max(1, ...agents.map(({ averageResponseTime = 0 }) => averageResponseTime));
  const rows = sorted.map(({ agentId, agentName, totalChats = 0, averageResponseTime }) => {
    const name = element("th", { scope: "row" }, element("bdi", {}, agentName || agentId));
    const chats = renderBar(formatCount(totalChats), totalChats / max, 0);
    const response =
      averageResponseTime === undefined
        ? element("td", {}, "–")
        : renderBar(`${formatCount(averageResponseTime)} s`, averageResponseTime / slowest, 1);
    return element("tr", {}, name, chats, response);
  });
  const head = ["Agent", "Chats", "Response time"].map((title) => element("th", { scope: "col" }, title));
  return element("table", { class: "agents" }, ...tableParts(head, rows));
}

function renderBar(text: string, share: number, series: number): HTMLElement {
  const fill = element("span", { class: `fill series-${series}` });
  fill.style.width = `${100 * share}%`;
  const track = element("span", { class: "track", "aria-hidden": "true" }, fill);
  return element("td", {}, element("span", { class: "number" }, text), track);
}
