/**
 * Parses a text of JSON that somebody wrote, perhaps with the byte order mark of their editor.
 *
 * @throws {TypeError} with the sentence that is given and the place where the text is invalid
 */
export function parseJson(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new TypeError(`${sentence}${placeIn((error as SyntaxError).message)}`);
  }
}

/** Node.js says it in words of its own, and older lines of it say less. */
function placeIn(message: string): string {
  if (/end of JSON input/.test(message)) return "; it ends too early";
  const [place] = /line \d+ column \d+|position \d+/.exec(message) ?? [];
  return place === undefined ? "" : `; it is invalid at ${place}`;
}
