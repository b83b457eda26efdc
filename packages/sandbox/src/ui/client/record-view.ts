import { accountUrl } from "./account-url.js";
import { createReader } from "./create-reader.js";
import { byId } from "./element.js";
import { createRecordControls } from "./record-controls.js";
import { createRecordDialog } from "./record-dialog.js";
import { renderRecordTable, type Sorting } from "./record-table.js";
import type { SpaceRow } from "./snapshot.js";
import type { RecordPage, TableDescription } from "./table-description.js";

const UNSORTED: Sorting = { sort: "", descending: false };

/** The lists of the store as tables, one at a time. */
export interface RecordView {
  /** Shows a table; hides the view without one. */
  show(table: TableDescription | undefined): void;
  /** Reads the table again after a change of the store. */
  refresh(): void;
  setSpaces(spaces: readonly SpaceRow[]): void;
}

export function createRecordView(): RecordView {
  const place = byId("record-table");
  const controls = createRecordControls(load);
  const dialog = createRecordDialog(load);
  let spaces: readonly SpaceRow[] = [];
  let table: TableDescription | undefined;
  let sorting = UNSORTED;
  const read = createReader<RecordPage>();

  function load(): void {
    if (!table) return;
    const current = table;
    const query = new URLSearchParams({ ...controls.read(), ...sorting, descending: String(sorting.descending) });
    byId("record-csv").setAttribute("href", accountUrl(`records/${current.name}.csv?${query}`));
    void read(`records/${current.name}?${query}`, (page) => draw(current, page));
  }

  function sort(next: Sorting): void {
    sorting = next;
    controls.restart();
    load();
  }

  function draw(current: TableDescription, page: RecordPage): void {
    renderRecordTable(place, current, page.rows, { sorting, sort, open: (row) => void dialog.open(current, row) });
    controls.describe(page);
  }

  byId("record-create").addEventListener("click", () => table && dialog.create(table, spaces));
  function show(next: TableDescription | undefined): void {
    if (next === table) return;
    table = next;
    place.replaceChildren();
    if (next) controls.prepare(next);
    sort(UNSORTED);
  }

  function setSpaces(next: readonly SpaceRow[]): void {
    spaces = next;
    controls.setSpaces(next);
  }

  return { show, setSpaces, refresh: load };
}
