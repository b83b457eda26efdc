import { UNPRINTABLE } from "./printable-json.js";

/**
 * Text on one line of a terminal. Control characters and direction marks could move the cursor or hide the text after
 * them. Joiners of emoji are removed: terminals disagree on the width of joined emoji.
 */
export function printableText(text: string): string {
  return text.replace(/\s+/g, " ").replace(EMOJI_JOINERS, "").replace(UNPRINTABLE, "\ufffd");
}

/** The same for messages, which keep their line breaks. */
export function printableLines(text: string): string {
  return text.split("\n").map(printableText).join("\n");
}

const EMOJI_JOINERS = /\u200d(?=\p{Extended_Pictographic})|\ufe0f/gu;
