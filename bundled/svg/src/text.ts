import { escapeMarkup } from "./escape-markup.js";

/** A line of text; `attributes` are markup. */
export function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${attributes && ` ${attributes}`}>${escapeMarkup(content)}</text>`;
}
