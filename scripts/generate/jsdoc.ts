/** Renders texts of the spec as a JSDoc block; empty ones are left out, none can end the comment early. */
export function jsdoc(parts: readonly string[], indent = ""): string {
  const lines = parts
    .filter((part) => part.trim() !== "")
    .join("\n\n")
    .trim()
    .replaceAll("*/", "*\\/")
    .split("\n")
    .map((line) => line.trimEnd());
  if (lines.length === 1 && lines[0] === "") return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
