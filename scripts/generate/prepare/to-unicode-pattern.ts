import { isPattern } from "../is-pattern.ts";

/** A class in brackets, an escape, a quantifier, or the end of a class or quantifier that has no start. */
const TOKEN = /\[(?:\\[\s\S]|[^\]\\])*\]|\\[\s\S]|\{\d+(?:,\d*)?\}|[\]}]/g;
/** An escape of a character that has no meaning anywhere. */
const VAIN_ESCAPE = /\\([ !"#%&',:;<=>@_`~])/g;

/**
 * A pattern that ECMAScript reads only without the u flag, in the way that it is read with the flag, too: `\:` is a
 * colon, the hyphen of `[\w-.]` one of its characters, and a bracket that closes nothing is that bracket. Any other
 * pattern stays as it is.
 */
export function toUnicodePattern(pattern: string): string {
  if (isPattern(pattern)) return pattern;
  const simple = pattern.replaceAll(TOKEN, (token) => {
    if (token === "]" || token === "}") return `\\${token}`;
    const own = token.startsWith("[") ? token.replaceAll(/(\\[dswDSW])-(?!\])/g, "$1\\-") : token.replace("\\-", "-");
    return own.replaceAll(VAIN_ESCAPE, "$1");
  });
  return isPattern(simple) ? simple : pattern;
}
