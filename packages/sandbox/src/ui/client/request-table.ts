import { byId, element } from "./element.js";
import { reconcileList } from "./reconcile-list.js";
import type { RequestRow } from "./snapshot.js";

/** Draws the requests, newest first. */
export function createRequestTable(): (requests: readonly RequestRow[]) => void {
  const table = byId("requests");
  const body = table.querySelector("tbody") as HTMLElement;
  // A keyboard could not scroll it otherwise.
  (table.parentElement as HTMLElement).tabIndex = 0;
  const draw = reconcileList<RequestRow>(body, ({ id }) => String(id), createRow);
  return (requests) => {
    table.hidden = requests.length === 0;
    byId("no-requests").hidden = requests.length > 0;
    draw(requests);
  };
}

function createRow({ operation, method, path }: RequestRow) {
  const status = element("td");
  const time = element("td", { class: "number" });
  const name = element("span", { class: operation ? "operation" : "operation none" }, operation ?? "no operation");
  const line = element("span", { class: "line" }, element("b", {}, method), ` ${path}`);
  return {
    node: element("tr", { class: "arrived" }, element("td", {}, name, line), status, time),
    update(request: RequestRow) {
      status.replaceChildren(describeStatus(request.status));
      time.textContent = request.durationMs === null ? "–" : `${formatMs(request.durationMs)} ms`;
    },
  };
}

function describeStatus(status: number | null): HTMLElement {
  if (status === null) return element("span", { class: "status none", title: "No answer, or not yet" }, "none");
  return element("span", { class: `status of-${String(status)[0]}` }, String(status));
}

function formatMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString("en");
}
