export interface Row {
  readonly version: string;
  /** The output of the compiler for each setting, empty without errors; undefined if it lacks the setting. */
  readonly cells: readonly (string | undefined)[];
}

const OK = "ok";
const FAILED = "FAILED";
const ABSENT = "-";

/** The table, then the output of the compilers. */
export function renderTable(columns: readonly string[], rows: readonly Row[]): string {
  const lines = [["TypeScript", ...columns], ...rows.map(({ version, cells }) => [version, ...cells.map(shorten)])];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const table = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const problems = rows.flatMap(({ version, cells }) =>
    cells.flatMap((output, column) => (output ? [`TypeScript ${version}, ${columns[column]}:\n${output}`] : [])),
  );
  return [table.join("\n"), ...problems].join("\n\n");
}

function shorten(output: string | undefined): string {
  if (output === undefined) return ABSENT;
  return output === "" ? OK : FAILED;
}

export function count(rows: readonly Row[]): { passed: number; failed: number } {
  const cells = rows.flatMap(({ cells }) => cells).filter((output) => output !== undefined);
  const passed = cells.filter((output) => output === "").length;
  return { passed, failed: cells.length - passed };
}
