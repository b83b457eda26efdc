import { button, element } from "./element.js";
import { formatTitle } from "./format.js";
import { formatValue } from "./format-value.js";
import type { ColumnDescription, RecordRow, TableDescription } from "./table-description.js";
import { tableParts } from "./table-parts.js";

/** The field by which a table is sorted; empty for the order of the store. */
export interface Sorting {
  readonly sort: string;
  readonly descending: boolean;
}

interface TableActions {
  readonly sorting: Sorting;
  sort(sorting: Sorting): void;
  open(row: RecordRow): void;
}

/** Draws one page of records. */
export function renderRecordTable(
  place: HTMLElement,
  table: TableDescription,
  rows: readonly RecordRow[],
  actions: TableActions,
): void {
  const focused = (document.activeElement as HTMLElement | null)?.dataset.focus;
  const head = table.columns.map((column) => renderHeading(column, actions));
  place.replaceChildren(
    ...tableParts(
      head,
      rows.map((row) => renderRow(row, table, actions)),
    ),
  );
  // The focused element has been replaced.
  if (focused) place.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
}

/** The first click sorts ascending, the second descending, the third not at all. */
function renderHeading({ name, type }: ColumnDescription, { sorting, sort }: TableActions): HTMLElement {
  const isSorted = sorting.sort === name;
  const sortNext = (): void => {
    if (!isSorted) sort({ sort: name, descending: false });
    else sort(sorting.descending ? { sort: "", descending: false } : { sort: name, descending: true });
  };
  const sortButton = button(formatTitle(name), sortNext, { class: "sort", "data-focus": `sort-${name}` });
  const order = sorting.descending ? "descending" : "ascending";
  return element("th", { scope: "col", class: isNumber(type), "aria-sort": isSorted ? order : undefined }, sortButton);
}

function renderRow(row: RecordRow, { key, columns }: TableDescription, { open }: TableActions): HTMLElement {
  const cells = columns.map((column) => {
    const text = formatValue(row.fields[column.name], column);
    const value = element("bdi", {}, text);
    if (column.name !== key)
      return element("td", { class: isNumber(column.type), title: text.length > 30 ? text : undefined }, value);
    const link = button(value, () => open(row), { class: "link", "data-focus": `row-${row.index}` });
    return element("th", { scope: "row" }, link);
  });
  return element("tr", {}, ...cells);
}

function isNumber(type: ColumnDescription["type"]): string | undefined {
  return type === "number" || type === "integer" ? "number" : undefined;
}
