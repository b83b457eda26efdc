import { byId, element } from "./element.js";
import { formatCount, formatTitle } from "./format.js";
import type { SpaceRow } from "./snapshot.js";
import type { RecordPage, TableDescription } from "./table-description.js";

/** How long typing must pause before a search is sent. */
const TYPING_MS = 150;

/** The number of records that the sandbox sends at a time. */
const PAGE_LENGTH = 50;

/** The search, the space and the page. */
export interface RecordControls {
  read(): { readonly search: string; readonly space: string; readonly page: string };
  /** Goes back to the first page. */
  restart(): void;
  /** Resets them for another table. */
  prepare(table: TableDescription): void;
  describe(page: RecordPage): void;
  setSpaces(spaces: readonly SpaceRow[]): void;
}

export function createRecordControls(onChange: () => void): RecordControls {
  const search = byId("record-search") as HTMLInputElement;
  const space = byId("record-space") as HTMLSelectElement;
  let page = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  const showPage = (next: number): void => {
    page = next;
    onChange();
  };

  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => showPage(0), TYPING_MS);
  });
  space.addEventListener("change", () => showPage(0));
  byId("record-previous").addEventListener("click", () => showPage(page - 1));
  byId("record-next").addEventListener("click", () => showPage(page + 1));

  return {
    read: () => ({ search: search.value, space: space.value, page: String(page) }),
    restart() {
      page = 0;
    },
    prepare({ name, hasSpaces, actions }) {
      page = 0;
      search.value = "";
      space.value = "";
      byId("records-title").textContent = formatTitle(name);
      byId("record-space-label").hidden = !hasSpaces;
      byId("record-create").hidden = !actions.create;
      byId("record-create").textContent = `${actions.create?.title ?? ""}…`;
    },
    describe: (records) => describePage(records, page),
    setSpaces: (spaces) => offerSpaces(space, spaces),
  };
}

function describePage({ rows, total, matching, scanned }: RecordPage, page: number): void {
  const first = page * PAGE_LENGTH + 1;
  const isPaged = rows.length > 0 && matching > PAGE_LENGTH;
  const range = isPaged ? `${formatCount(first)}–${formatCount(first + rows.length - 1)} of ` : "";
  const all = matching === total ? "" : ` of ${formatCount(total)}`;
  const limit = scanned < total ? `, in the first ${formatCount(scanned)}` : "";
  byId("record-count").textContent = `${range}${formatCount(matching)}${all}${limit}`;
  byId("record-previous").hidden = page === 0;
  byId("record-next").hidden = (page + 1) * PAGE_LENGTH >= matching;
  byId("no-records").hidden = rows.length > 0;
}

function offerSpaces(select: HTMLSelectElement, spaces: readonly SpaceRow[]): void {
  const chosen = select.value;
  const named = spaces.filter(({ id }) => id !== "");
  const options = named.map(({ id, name, items }) => element("option", { value: id }, `${name} (${items})`));
  const all = [element("option", { value: "" }, "All spaces"), ...options];
  // Redrawing would close an open list.
  if (all.map(({ text }) => text).join() === [...select.options].map(({ text }) => text).join()) return;
  select.replaceChildren(...all);
  select.value = named.some(({ id }) => id === chosen) ? chosen : "";
}
