import { createChart } from "./chart.js";
import { byId } from "./element.js";
import { createFaultForm } from "./fault-form.js";
import { createFaultList } from "./fault-list.js";
import { createRequestTable } from "./request-table.js";
import { sendAction } from "./send-action.js";
import type { Snapshot } from "./snapshot.js";
import { createSpaceList } from "./space-list.js";

const drawRequests = createRequestTable();
const drawFaults = createFaultList();
const drawSpaces = createSpaceList();
const drawChats = createChart(byId("chart"));

await offerFaults();
offerReset();
listen();

function listen(): void {
  const events = new EventSource("/_sandbox/events");
  events.onmessage = ({ data }) => {
    draw(JSON.parse(data) as Snapshot);
    show("live", "Live");
  };
  events.addEventListener("problem", ({ data }) => show("problem", `The store cannot be read: ${JSON.parse(data)}`));
  // The browser tries again by itself.
  events.onerror = () => show("waiting", "Not connected, trying again…");
}

function draw({ requests, remembered, spaces, leads, chats, faults }: Snapshot): void {
  const items = spaces.reduce((total, space) => total + space.items, 0);
  const figures = { requests: remembered, items, leads, chats: chats.total };
  for (const [name, figure] of Object.entries(figures)) {
    byId(`figure-${name}`).textContent = figure.toLocaleString("en");
  }
  drawRequests(requests);
  drawFaults(faults);
  drawSpaces(spaces);
  drawChats(chats);
}

function show(state: string, text: string): void {
  const place = byId("state");
  // A screen reader reads what changes, so it changes only when there is news.
  if (place.textContent === text) return;
  place.textContent = text;
  place.dataset.state = state;
}

/** The operations come from the contract, like everything that is named after one. */
async function offerFaults(): Promise<void> {
  const response = await fetch("/_sandbox/openapi.json");
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, { operationId?: string }>> };
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  createFaultForm(operations.flatMap(({ operationId }) => (operationId ? [operationId] : [])));
}

function offerReset(): void {
  const dialog = byId("reset-dialog") as HTMLDialogElement;
  byId("reset").addEventListener("click", () => dialog.showModal());
  byId("reset-no").addEventListener("click", () => dialog.close());
  byId("reset-yes").addEventListener("click", () => {
    dialog.close();
    void sendAction("reset", "The sandbox is as it was when it began.");
  });
}
