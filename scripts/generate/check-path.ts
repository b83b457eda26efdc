import type { AddIssue } from "./add-issue.ts";

/** The characters that RFC 3986 allows in a path, and the braces of templates. */
const LITERAL = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[\dA-Fa-f]{2})*$/;

/** Rejects a path that cannot be requested, or that is ambiguous. */
export function checkPath(path: string, earlier: Map<string, string>, addIssue: AddIssue): void {
  const literal = path.replaceAll(/\{[^{}/]+\}/g, "");
  if (!path.startsWith("/")) addIssue("does not begin with a slash; write the path below the server.");
  else if (/[?#]/.test(literal))
    addIssue("contains a query or a fragment, which is no part of a path; use parameters.");
  else if (/[{}]/.test(literal)) addIssue("has a brace that neither opens nor closes a template; correct it.");
  else if (!LITERAL.test(literal)) addIssue("contains a character that a URL cannot; write it percent-encoded.");
  else if (path.split("/").some(isDotSegment)) addIssue("contains a dot segment; resolve it.");
  else if (/\{[^{}/]+\}[^/]*\{/.test(path))
    addIssue("has two parameters in one segment, which are ambiguous; separate them by a slash.");
  const names = [...path.matchAll(/\{[^{}/]+\}/g)].map(([name]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) addIssue(`has the parameter ${repeated} twice; rename one of them.`);
  const shape = decodePlain(path.replaceAll(/\{[^{}/]+\}/g, "{}"));
  const same = earlier.get(shape);
  if (same !== undefined)
    addIssue(`differs from ${same} by names of parameters or percent-encoding alone; keep one of them.`);
  earlier.set(shape, path);
}

/** RFC 3986, 6.2.2: encoded characters that need no encoding, and the case of other codes, make no other URL. */
function decodePlain(path: string): string {
  return path.replaceAll(/%[\dA-Fa-f]{2}/g, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
  });
}

/** Also percent-encoded: URLs resolve both (WHATWG URL, "double-dot path segment"). */
function isDotSegment(segment: string): boolean {
  return /^(?:\.|%2e){1,2}$/i.test(segment);
}
