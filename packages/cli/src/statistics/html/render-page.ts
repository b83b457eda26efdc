import { createHash } from "node:crypto";
import type { AgentStatistics } from "@serviceform/client";
import { escapeMarkup } from "@serviceform/svg";
import type { Bucket, BucketSize } from "../buckets.js";
import { CHATS, formatFigure, formatTime, SCORE, SECONDS } from "../format-figure.js";
import { type Figures, readFigures, toNumber } from "../read-figures.js";
import type { Report } from "../report.js";
import { PAGE_STYLE } from "./page-style.js";
import { type BarRow, renderBars } from "./render-bars.js";
import { renderColumns } from "./render-columns.js";
import { renderTotals } from "./render-totals.js";

/** One HTML file that runs no script and loads nothing. */
export function renderPage(report: Report): string {
  const { total, previous } = report;
  const title = `Chats from ${total.from.slice(0, 10)} to ${total.to.slice(0, 10)}`;
  const hash = createHash("sha256").update(PAGE_STYLE).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
<p>${renderRange(total)} UTC. The period before: ${renderRange(previous)} UTC.</p>
${renderTotals(readFigures(total), readFigures(previous))}
${renderCharts(report)}
</body>
</html>
`;
}

function renderRange({ from, to }: Bucket): string {
  return `${formatTime(from)} to ${formatTime(to)}`;
}

function renderCharts({ size, buckets, total }: Report): string {
  const series = buckets.map((bucket) => ({ label: labelOf(bucket.from, size), figures: readFigures(bucket) }));
  if (![readFigures(total), ...series.map(({ figures }) => figures)].some(({ chats = 0 }) => chats > 0)) {
    return "<p>There were no chats in this range.</p>";
  }
  const points = (of: (figures: Figures) => number | undefined) =>
    series.map(({ label, figures }) => ({ label, value: of(figures) }));
  const charts = [
    { id: "chats", title: `Chats a ${size}`, format: CHATS, points: points(({ chats }) => chats) },
    {
      id: "response-time",
      title: "Average response time, in seconds",
      format: SECONDS,
      points: points(({ responseTime }) => responseTime),
    },
    {
      id: "satisfaction",
      title: "Satisfaction, of 5",
      format: SCORE,
      max: 5,
      points: points((of) => of.satisfaction),
    },
  ];
  const lists = [
    {
      id: "agents",
      title: "Agents",
      header: ["Agent", "Chats", "Average response time"],
      rows: agentRows(total.chatsByAgent),
    },
    {
      id: "sources",
      title: "Sources",
      header: ["Source", "Chats"],
      rows: countRows(total.chatsBySource).sort(byChats),
    },
    { id: "durations", title: "Durations", header: ["Duration", "Chats"], rows: countRows(total.chatDurations) },
  ];
  return `<main>\n${[...charts.map(renderColumns), ...lists.map(renderBars)].join("\n")}\n</main>`;
}

function labelOf(from: string, size: BucketSize): string {
  return from.slice(0, size === "month" ? 7 : 10);
}

function agentRows(agents: readonly AgentStatistics[] | null | undefined): BarRow[] {
  const rows = (agents ?? []).map(({ agentId, agentName, totalChats, averageResponseTime }) => ({
    name: agentName || agentId,
    chats: toNumber(totalChats),
    cells: [formatFigure(toNumber(averageResponseTime), SECONDS)],
  }));
  return rows.sort(byChats);
}

function countRows(counts: Readonly<Record<string, unknown>> | null | undefined): BarRow[] {
  return Object.entries(counts ?? {}).map(([name, count]) => ({ name, chats: toNumber(count) }));
}

function byChats({ chats: a = 0 }: BarRow, { chats: b = 0 }: BarRow): number {
  return b - a;
}
