/** Renders texts of the spec as a JSDoc block, without empty ones; no text can end the comment or become a tag. */
export function jsdoc(texts: readonly string[], tags: readonly string[] = [], indent = ""): string {
  const paragraphs = texts.map(sanitize).filter((text) => text !== "");
  const lines = [...paragraphs, tags.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")
    .split("\n");
  if (lines.length === 1 && lines[0] === "") return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** A text on one line, for a tag. */
export function oneLine(text: string): string {
  return sanitize(text).replaceAll(/\s+/g, " ");
}

function sanitize(text: string): string {
  return text
    .trim()
    .replaceAll("*/", "*\\/")
    .replaceAll(/^([ \t]*)@/gm, "$1\\@")
    .replaceAll(/[^\S\n]+$/gm, "");
}
