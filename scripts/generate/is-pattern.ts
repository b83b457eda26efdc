/** Whether ECMAScript can read a pattern with the u flag, as validators do. */
export function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") !== undefined;
  } catch {
    return false;
  }
}
