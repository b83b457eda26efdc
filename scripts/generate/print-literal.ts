/** The name of a constant that is printed in place of a value. */
export class Identifier {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** From this length on, a value is printed as JSON, which V8 parses faster than code. */
const LONG = 200;

/** In a literal, TypeScript expects the values of these keys to be of the type that every object has them of. */
const INHERITED = new RegExp(`"(?:${Object.getOwnPropertyNames(Object.prototype).join("|")})":`);

/** Prints plain data as an expression; the outer `lines` levels have a line for each entry. */
export function printLiteral(value: unknown, lines = 0, indent = ""): string {
  if (value instanceof Identifier) return value.name;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const json = lines <= 0 && !containsIdentifier(value) ? JSON.stringify(value) : "";
  if (json.length >= LONG || INHERITED.test(json))
    return `/* @__PURE__ */ JSON.parse('${json.replaceAll(/[\\']/g, "\\$&")}')`;
  if (Array.isArray(value)) return `[${value.map((element) => printLiteral(element)).join(", ")}]`;
  const inner = `${indent}  `;
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `${printKey(key)}: ${printLiteral(entry, lines - 1, inner)}`);
  if (entries.length === 0) return "{}";
  if (lines <= 0) return `{ ${entries.join(", ")} }`;
  return `{\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}}`;
}

function containsIdentifier(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return value instanceof Identifier || Object.values(value).some(containsIdentifier);
}

/** As a plain key, `__proto__` would set the prototype. */
function printKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
