/** The name of a constant, where a value would be printed again. */
export class Identifier {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Prints plain data as an expression; the outer objects have a line for each entry, as many as `lines` says. */
export function printLiteral(value: unknown, lines = 0, indent = ""): string {
  if (value instanceof Identifier) return value.name;
  if (Array.isArray(value)) return `[${value.map((element) => printLiteral(element)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `${printKey(key)}: ${printLiteral(entry, lines - 1, inner)}`);
  if (entries.length === 0) return "{}";
  if (lines <= 0) return `{ ${entries.join(", ")} }`;
  return `{\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}}`;
}

/** As a plain key, `__proto__` would set the prototype. */
function printKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
