/** Help with lines that fit the terminal; what goes on stands under where its text began. */
export function wrapHelp(help: string, columns: number): string {
  return help
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}

/** A flag or a command with the spaces in front of its text, or the spaces in front of a line. */
const LABEL = /^ *(?:-\w,? +)?\S+ {2,}|^ */;

function wrapLine(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const [label = ""] = LABEL.exec(line) ?? [];
  // A column of single words could not be read.
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
