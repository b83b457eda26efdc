import { element } from "./element.js";
import { formatMs, formatTime } from "./format.js";
import type { ListRow } from "./reconcile-list.js";
import type { RequestRow } from "./snapshot.js";

/** A row of the list of requests, with a link to the details of the request. */
export function createRequestRow({ id, operation, method, path, startedAt }: RequestRow): ListRow<RequestRow> {
  const status = element("td");
  const time = element("td", { class: "number" });
  const attributes = { href: `#requests/${id}`, class: operation ? undefined : "none" };
  const link = element("a", attributes, operation ?? "no operation");
  const line = element("span", { class: "line" }, element("b", {}, method), ` ${path}`);
  const faults = element("span", { class: "hit" });
  const request = element("td", {}, link, line, faults);
  const clock = element("td", { class: "clock number" }, formatTime(new Date(startedAt)).slice(11));
  return {
    node: element("tr", { class: "arrived" }, request, status, time, clock),
    update(row) {
      status.replaceChildren(renderStatus(row));
      time.textContent = row.durationMs === null ? "–" : `${formatMs(row.durationMs)} ms`;
      faults.textContent = row.faults.join(", ");
      faults.hidden = row.faults.length === 0;
    },
  };
}

/** The status in its color, or a text if there is none. */
export function renderStatus({ status, ended }: RequestRow): HTMLElement {
  if (status !== null) return element("span", { class: `status of-${String(status)[0]}` }, String(status));
  return element("span", { class: "status none" }, ended ? "no response" : "waiting");
}
