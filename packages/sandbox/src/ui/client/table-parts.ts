import { element } from "./element.js";

/** The head and the body of a table. */
export function tableParts(head: readonly HTMLElement[], rows: readonly HTMLElement[]): HTMLElement[] {
  return [element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)];
}
