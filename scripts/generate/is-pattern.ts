/** Whether ECMAScript 2023 can read a pattern with the u flag, as validators do in every supported runtime. */
export function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") !== undefined && !hasLaterSyntax(text);
  } catch {
    return false;
  }
}

/** A class in brackets, or an escape. */
const TOKEN = /\[(?:\\[\s\S]|[^\]\\])*\]|\\[\s\S]/g;

/** Modifiers of a group, as in `(?i:a)`, and the same name for two groups. */
function hasLaterSyntax(text: string): boolean {
  const plain = text.replaceAll(TOKEN, "");
  const names = [...plain.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  return /\(\?[a-z-]+:/.test(plain) || new Set(names).size < names.length;
}
