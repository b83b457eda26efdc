import { byId } from "./element.js";
import { createFaultForm } from "./fault-form.js";
import { createFaultList } from "./fault-list.js";
import { listen } from "./listen.js";
import { offerAccounts } from "./offer-accounts.js";
import { offerReset } from "./offer-reset.js";
import { readJson } from "./read-json.js";
import { createRecordView } from "./record-view.js";
import { createRequestDetailsView } from "./request-details-view.js";
import { createRequestList } from "./request-list.js";
import { followRoute } from "./route.js";
import { sendAction } from "./send-action.js";
import type { Setup } from "./setup.js";
import type { RequestRow, Snapshot } from "./snapshot.js";
import { createStatisticsView } from "./statistics-view.js";
import { createChangeDetector } from "./store-change.js";
import { createViewLinks } from "./view-links.js";

const setup = await readJson<Setup>("setup");
const { withoutHandler } = setup;
const views = ["requests", ...setup.tables.map(({ name }) => name), "statistics", "faults"];

const rows = new Map<number, RequestRow>();
const links = createViewLinks(views);
const drawRequests = createRequestList(rows);
const details = createRequestDetailsView(rows);
const drawFaults = createFaultList(setup.faultKinds);
const records = createRecordView();
const statistics = createStatisticsView();
const hasStoreChanged = createChangeDetector();

// Without a tab index, a keyboard could not scroll them.
for (const place of document.querySelectorAll<HTMLElement>(".scroll")) place.tabIndex = 0;
createFaultForm(setup);
offerAccounts(setup);
byId("without-handler").hidden = withoutHandler.length === 0;
byId("without-handler").textContent =
  `Responses from the contract's examples and schemas alone: ${withoutHandler.join(", ")}.`;
offerReset(refresh);
byId("advance").addEventListener("click", () => sendAction("advance", "A day has passed in the sandbox."));
listen({ begin: () => rows.clear(), draw });
followRoute(views, (view, id) => {
  const table = setup.tables.find(({ name }) => name === view);
  document.body.dataset.view = table ? "records" : view;
  document.body.classList.toggle("with-details", view === "requests" && id !== undefined);
  // Beside the requests the form would cover the faults; here there is room.
  if (view === "faults") byId("add-fault").setAttribute("open", "");
  links.setCurrent(view);
  details.show(view === "requests" && id !== undefined ? Number(id) : undefined);
  records.show(table);
  statistics.show(view === "statistics");
});

function draw(snapshot: Snapshot): void {
  const { counts, faults, requests, oldestRequest, spaces, now } = snapshot;
  for (const row of requests) rows.set(row.id, row);
  for (const id of rows.keys()) if (id < oldestRequest) rows.delete(id);
  links.setCounts({ ...counts, faults: faults.length });
  byId("now").textContent = `${now.replace("T", " ").replace("Z", "")} UTC`;
  drawRequests();
  details.update(requests);
  drawFaults(faults);
  records.setSpaces(spaces);
  if (hasStoreChanged(snapshot)) refresh();
}

function refresh(): void {
  records.refresh();
  statistics.refresh();
}
