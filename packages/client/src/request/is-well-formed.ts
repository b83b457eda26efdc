/** Whether UTF-8 can encode a text, which it cannot with a lone surrogate. */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
