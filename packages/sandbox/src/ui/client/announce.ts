import { byId } from "./element.js";

/** Shows a sentence; a screen reader reads it, without the focus going there. */
export function announce(text: string, kind: "success" | "error" = "success"): void {
  const place = byId("announcement");
  place.textContent = text;
  place.dataset.kind = kind;
}
