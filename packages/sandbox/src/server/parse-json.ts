/**
 * Parses JSON that a person wrote, perhaps with the byte order mark of an editor.
 * @throws {TypeError} with the given sentence and the place of the error
 */
export function parseJson(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new TypeError(`${sentence}${placeIn((error as SyntaxError).message)}`);
  }
}

/** Finds the place in a message of Node.js, which older versions leave out. */
function placeIn(message: string): string {
  if (/end of JSON input/.test(message)) return "; it ends too early";
  const [place] = /line \d+ column \d+|position \d+/.exec(message) ?? [];
  return place === undefined ? "" : `; it is invalid at ${place}`;
}
