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
export function createRecordView() {
  const place = byId("record-table");
  const controls = createRecordControls(() => load(0));
  const dialog = createRecordDialog(() => load(page));
  const read = createReader<RecordPage>();
  let spaces: readonly SpaceRow[] = [];
  let table: TableDescription | undefined;
  let sorting = UNSORTED;
  let page = 0;

  function load(next: number): void {
    page = next;
    if (!table) return;
    const current = table;
    const order = { ...sorting, descending: String(sorting.descending) };
    const query = new URLSearchParams({ ...controls.read(), page: String(page), ...order });
    byId("record-csv").setAttribute("href", accountUrl(`records/${current.name}.csv?${query}`));
    void read(`records/${current.name}?${query}`, (records) => {
      renderRecordTable(place, current, records.rows, { sorting, sort, open: (row) => dialog.open(current, row) });
      controls.describe(records);
    });
  }

  function sort(next: Sorting): void {
    sorting = next;
    load(0);
  }

  byId("record-previous").addEventListener("click", () => load(page - 1));
  byId("record-next").addEventListener("click", () => load(page + 1));
  byId("record-create").addEventListener("click", () => table && dialog.create(table, spaces));
  return {
    /** Shows a table; hides the view without one. */
    show(next: TableDescription | undefined) {
      if (next === table) return;
      table = next;
      place.replaceChildren();
      if (next) controls.prepare(next);
      sort(UNSORTED);
    },
    setSpaces(next: readonly SpaceRow[]) {
      spaces = next;
      controls.setSpaces(next);
    },
    /** Reads the table again after a change of the store. */
    refresh: () => load(page),
  };
}
