export interface Row {
  readonly version: string;
  /** For each setting what the compiler said, nothing where all is well; undefined where it does not have the setting. */
  readonly cells: readonly (string | undefined)[];
}

const OK = "ok";
const FAILED = "FAILED";
const ABSENT = "-";

/** The table, then what the compilers said. */
export function renderTable(columns: readonly string[], rows: readonly Row[]): string {
  const lines = [["TypeScript", ...columns], ...rows.map(({ version, cells }) => [version, ...cells.map(shorten)])];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const table = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const complaints = rows.flatMap(({ version, cells }) =>
    cells.flatMap((said, column) => (said ? [`TypeScript ${version}, ${columns[column]}:\n${said}`] : [])),
  );
  return [table.join("\n"), ...complaints].join("\n\n");
}

function shorten(said: string | undefined): string {
  if (said === undefined) return ABSENT;
  return said === "" ? OK : FAILED;
}

export function count(rows: readonly Row[]): { passed: number; failed: number } {
  const cells = rows.flatMap(({ cells }) => cells).filter((said) => said !== undefined);
  const passed = cells.filter((said) => said === "").length;
  return { passed, failed: cells.length - passed };
}
