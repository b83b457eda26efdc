import { byId } from "./element.js";

/** Shows a sentence, which a screen reader reads without moving the focus. */
export function announce(text: string, kind: "success" | "error" = "success"): void {
  const place = byId("announcement");
  place.textContent = text;
  place.dataset.kind = kind;
}
