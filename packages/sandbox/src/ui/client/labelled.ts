import { element } from "./element.js";

/** A control with its caption. */
export function labelled(caption: string, control: HTMLElement): HTMLElement {
  return element("label", {}, element("span", { class: "caption" }, caption), control);
}
