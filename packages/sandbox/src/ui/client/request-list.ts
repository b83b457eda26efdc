import { byId } from "./element.js";
import { formatRange } from "./format-range.js";
import { moveByArrows } from "./move-by-arrows.js";
import { reconcileList } from "./reconcile-list.js";
import { type RequestPage, selectPage } from "./request-page.js";
import { createRequestRow } from "./request-row.js";
import type { RequestRow } from "./snapshot.js";

/** The requests, newest first, filtered and in pages. */
export function createRequestList(rows: ReadonlyMap<number, RequestRow>): () => void {
  const table = byId("request-table");
  const body = table.querySelector("tbody") as HTMLElement;
  const drawRows = reconcileList(body, createRequestRow);
  const text = byId("request-search") as HTMLInputElement;
  const outcome = byId("request-outcome") as HTMLSelectElement;
  let from: number | undefined;
  let page: RequestPage;

  function draw(): void {
    page = selectPage(rows.values(), { text: text.value, outcome: outcome.value }, from);
    table.hidden = page.matching === 0;
    byId("no-requests").hidden = rows.size > 0;
    byId("no-match").hidden = rows.size === 0 || page.matching > 0;
    byId("request-count").textContent = formatRange(page, rows.size);
    byId("newer").hidden = page.start === 0;
    byId("older").hidden = page.older === undefined;
    drawRows(page.rows);
  }

  function begin(id: number | undefined): void {
    from = id;
    draw();
    (table.parentElement as HTMLElement).scrollTop = 0;
  }

  byId("newer").addEventListener("click", () => begin(page.newer));
  byId("older").addEventListener("click", () => begin(page.older));
  for (const control of [text, outcome]) control.addEventListener("input", () => begin(undefined));
  moveByArrows(table, "a");
  return draw;
}
