import { copyText } from "./copy-text.js";
import { createReader } from "./create-reader.js";
import { button, byId, element } from "./element.js";
import { formatBytes, formatMs, formatTime } from "./format.js";
import type { RequestDetails, ResponseDetails } from "./request-details.js";
import { renderStatus } from "./request-row.js";
import { sendAction } from "./send-action.js";
import type { RequestRow } from "./snapshot.js";

/** The details of one request. */
export function createRequestDetailsView(rows: ReadonlyMap<number, RequestRow>) {
  const place = byId("details");
  const read = createReader<RequestDetails>();
  let shown: number | undefined;

  function draw(): void {
    const row = shown === undefined ? undefined : rows.get(shown);
    if (!row) return;
    void read(`requests/${row.id}`, (details) => {
      if (shown === row.id) place.replaceChildren(...renderDetails(row, details));
    });
  }

  return {
    /** Shows a request; hides the view without one. */
    show(id: number | undefined) {
      const before = shown;
      shown = id;
      markCurrent(id);
      // After the details are closed, the focus returns to the row from which they were opened.
      if (id === undefined) return linkTo(before)?.focus();
      place.replaceChildren(renderHead(id), renderNote("The request is not in the log."));
      place.focus();
      draw();
    },
    /** Redraws the view if its request has changed. */
    update(changed: readonly RequestRow[]) {
      markCurrent(shown);
      if (changed.some(({ id }) => id === shown)) draw();
    },
  };
}

function linkTo(id: number | undefined): HTMLElement | null {
  return document.querySelector(`#request-table a[href="#requests/${id}"]`);
}

function markCurrent(id: number | undefined): void {
  for (const link of document.querySelectorAll("#request-table a")) link.ariaCurrent = null;
  const link = linkTo(id);
  if (link) link.ariaCurrent = "true";
}

function renderHead(id: number): HTMLElement {
  const close = element("a", { href: "#requests", class: "button", "aria-label": "Close the request" }, "Close");
  return element("div", { class: "panel-head" }, element("h2", { id: "details-title" }, `Request ${id}`), close);
}

function renderDetails(row: RequestRow, details: RequestDetails): HTMLElement[] {
  const { target, headers, body, response, error } = details;
  const title = element("p", { class: "target" }, element("b", {}, row.method), " ", element("bdi", {}, target));
  const facts = element("p", { class: "facts" }, ...renderFacts(row));
  const faults = row.faults.map((fault) => element("p", { class: "hit" }, `Hit by a fault: ${fault}`));
  const parts = [
    ...renderHeaders("Request headers", headers),
    ...renderBody("Request body", body),
    ...(response ? renderResponse(response) : [renderNote(error ?? "There is no response yet.")]),
  ];
  return [renderHead(row.id), title, facts, ...faults, renderButtons(row.id, details), ...parts];
}

function renderFacts(row: RequestRow): (string | HTMLElement)[] {
  const { operation, durationMs, startedAt } = row;
  const time = durationMs === null ? "" : ` after ${formatMs(durationMs)} ms`;
  return [operation ?? "no operation", " · ", renderStatus(row), `${time} · ${formatTime(new Date(startedAt))} UTC`];
}

function renderButtons(id: number, { curl, typescript }: RequestDetails): HTMLElement {
  const copyCurl = button("Copy as curl", () => copyText(curl, "The curl command is copied."));
  const copyTypescript = button("Copy as TypeScript", () => copyText(typescript ?? "", "The TypeScript is copied."));
  copyTypescript.disabled = typescript === null;
  if (typescript === null) copyTypescript.title = "No method of the client sends a request with such a path or body";
  const sendAgain = () => sendAction(`requests/${id}/replay`, `Request ${id} is sent again.`);
  const replay = button("Replay", sendAgain, { class: "primary" });
  return element("div", { class: "buttons" }, copyCurl, copyTypescript, replay);
}

function renderNote(text: string): HTMLElement {
  return element("p", { class: "note" }, text);
}

function renderResponse({ status, headers, body, bytes, state }: ResponseDetails): HTMLElement[] {
  const end = { reading: ", not fully read yet", complete: "", broken: ", then it broke off" }[state];
  return [
    ...renderHeaders("Response headers", headers),
    ...(status === 304 ? [renderNote("Not sent again: the request names the tag of this response.")] : []),
    ...renderBody(`Response body · ${formatBytes(bytes)}${end}`, body),
  ];
}

function renderHeaders(title: string, headers: RequestDetails["headers"]): HTMLElement[] {
  const names = Object.keys(headers);
  if (names.length === 0) return [];
  const entries = names.flatMap((name) => [element("dt", {}, name), element("dd", {}, headers[name] ?? "")]);
  const count = element("span", { class: "count" }, String(names.length));
  const summary = element("summary", {}, title, " ", count);
  return [element("details", {}, summary, element("dl", { class: "headers" }, ...entries))];
}

function renderBody(title: string, body: string): HTMLElement[] {
  if (body === "") return [];
  // Without a tab index, a keyboard could not scroll it.
  return [element("h3", {}, title), element("pre", { tabindex: 0, role: "region", "aria-label": title }, body)];
}
