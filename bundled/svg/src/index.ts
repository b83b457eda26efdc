export { type BarScale, bar } from "./bar.js";
export { escapeMarkup } from "./escape-markup.js";
export { text } from "./text.js";
