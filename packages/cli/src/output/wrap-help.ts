/** Wraps help to the width of the terminal; a continued line starts below the text of its label. */
export function wrapHelp(help: string, columns: number): string {
  return help
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}

/** The part before a text: a flag or command with spaces, or the spaces at the start of a line. */
const LABEL = /^ *(?:-\w,? +)?\S+ {2,}|^ */;

function wrapLine(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const [label = ""] = LABEL.exec(line) ?? [];
  // A column of single words would be hard to read.
  const indent = " ".repeat(label.length > columns * 0.6 ? 8 : label.length);
  const lines: string[] = [];
  let current = label;
  for (const word of line.slice(label.length).split(/ +/)) {
    const next = current === label || current === indent ? current + word : `${current} ${word}`;
    if (next.length <= columns || current.trim() === "") current = next;
    else {
      lines.push(current);
      current = indent + word;
    }
  }
  return [...lines, current].join("\n");
}
