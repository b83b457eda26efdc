/** The longest line of an object that is not broken into several. */
const LINE = 76;

/** Renders a JSON value as TypeScript: on one line if it fits, else with a line for each entry. */
export function renderLiteral(value: unknown, indent = ""): string {
  const inline = renderInline(value);
  if (indent.length + inline.length <= LINE || typeof value !== "object" || value === null) return inline;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const deeper = `${indent}  `;
  const lines = entriesOf(value).map(([name, inner]) => `${deeper}${name}${renderLiteral(inner, deeper)},\n`);
  return lines.length === 0 ? inline : `${open}\n${lines.join("")}${indent}${close}`;
}

function renderInline(value: unknown): string {
  if (value instanceof Uint8Array) return `new Uint8Array([${sizeOf(value.length)}])`;
  if (value instanceof File) return renderFile(value);
  if (typeof value !== "object" || value === null) return renderScalar(value);
  const entries = entriesOf(value).map(([name, inner]) => name + renderInline(inner));
  if (Array.isArray(value)) return `[${entries.join(", ")}]`;
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** The content of a file is left to the user of the code. */
function renderFile({ name, type, size }: File): string {
  const options = type === "" ? "" : `, { type: ${JSON.stringify(type)} }`;
  return `new File([${sizeOf(size)}], ${JSON.stringify(name)}${options})`;
}

function sizeOf(bytes: number): string {
  return `/* ${bytes} bytes */`;
}

function entriesOf(value: object): [name: string, value: unknown][] {
  if (Array.isArray(value)) return value.map((element) => ["", element]);
  return Object.entries(value).map(([key, inner]) => [`${renderKey(key)}: `, inner]);
}

/** In brackets if the literal would set a prototype instead of a property. */
function renderKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key);
}

/** Escapes characters that change the direction of text, so that code reads as it runs. */
function renderScalar(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (control) => {
    return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
