import { accountUrl } from "./account-url.js";
import { byId } from "./element.js";
import type { Snapshot } from "./snapshot.js";

/** Draws what the sandbox sends, and shows whether it does. */
export function listen({ begin, draw }: { begin(): void; draw(snapshot: Snapshot): void }): void {
  const events = new EventSource(accountUrl("events"));
  // Each connection is sent everything once; the sandbox may be another one by now.
  events.onopen = begin;
  events.onmessage = ({ data }) => {
    draw(JSON.parse(data) as Snapshot);
    showState("live", "Live");
  };
  events.addEventListener("problem", ({ data }) =>
    showState("problem", `The store cannot be read: ${JSON.parse(data)}`),
  );
  // The browser tries again by itself.
  events.onerror = () => showState("waiting", "Not connected, trying again…");
}

function showState(state: string, text: string): void {
  const place = byId("state");
  // A screen reader reads what changes, so it changes only when there is news.
  if (place.textContent === text) return;
  place.textContent = text;
  place.dataset.state = state;
}
