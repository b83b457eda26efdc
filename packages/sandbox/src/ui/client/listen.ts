import { accountUrl } from "./account-url.js";
import { byId } from "./element.js";
import type { Snapshot } from "./snapshot.js";

/** Draws the snapshots of the sandbox, and shows whether it is connected. */
export function listen({ begin, draw }: { begin(): void; draw(snapshot: Snapshot): void }): void {
  const events = new EventSource(accountUrl("events"));
  // Each connection gets a complete snapshot first; the sandbox may have been restarted.
  events.onopen = begin;
  events.onmessage = ({ data }) => {
    draw(JSON.parse(data) as Snapshot);
    showState("live", "Live");
  };
  events.addEventListener("problem", ({ data }) =>
    showState("problem", `The store cannot be read: ${JSON.parse(data)}`),
  );
  // The browser reconnects by itself.
  events.onerror = () => showState("waiting", "Not connected, trying again…");
}

function showState(state: string, text: string): void {
  const place = byId("state");
  // A screen reader reads each change, so the text changes only if it differs.
  if (place.textContent === text) return;
  place.textContent = text;
  place.dataset.state = state;
}
