import { element } from "./element.js";
import { formatTitle } from "./format.js";
import { formatValue } from "./format-value.js";
import type { ColumnDescription, RecordRow, TableDescription } from "./table-description.js";

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
  { key, columns }: TableDescription,
  rows: readonly RecordRow[],
  actions: TableActions,
): void {
  const focused = (document.activeElement as HTMLElement | null)?.dataset.focus;
  const head = element("tr", {}, ...columns.map((column) => renderHeading(column, actions)));
  const body = rows.map((row) => renderRow(row, key, columns, actions));
  place.replaceChildren(element("thead", {}, head), element("tbody", {}, ...body));
  // The focused element has been replaced.
  if (focused) place.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
}

/** The first click sorts ascending, the second descending, the third not at all. */
function renderHeading({ name, type }: ColumnDescription, { sorting, sort }: TableActions): HTMLElement {
  const isSorted = sorting.sort === name;
  const button = element("button", { type: "button", class: "sort", "data-focus": `sort-${name}` }, formatTitle(name));
  button.addEventListener("click", () => {
    if (!isSorted) sort({ sort: name, descending: false });
    else sort(sorting.descending ? { sort: "", descending: false } : { sort: name, descending: true });
  });
  const order = sorting.descending ? "descending" : "ascending";
  return element("th", { scope: "col", class: isNumber(type), "aria-sort": isSorted ? order : undefined }, button);
}

function renderRow(
  row: RecordRow,
  key: string,
  columns: TableDescription["columns"],
  { open }: TableActions,
): HTMLElement {
  const { index, fields } = row;
  const cells = columns.map((column) => {
    const text = formatValue(fields[column.name], column);
    const value = element("bdi", {}, text);
    if (column.name !== key)
      return element("td", { class: isNumber(column.type), title: text.length > 30 ? text : undefined }, value);
    const button = element("button", { type: "button", class: "link", "data-focus": `row-${index}` }, value);
    button.addEventListener("click", () => open(row));
    return element("th", { scope: "row" }, button);
  });
  return element("tr", {}, ...cells);
}

function isNumber(type: ColumnDescription["type"]): string | undefined {
  return type === "number" || type === "integer" ? "number" : undefined;
}
