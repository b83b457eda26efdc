import { byId } from "./element.js";
import { formatCount, formatTitle } from "./format.js";
import { formatRange } from "./format-range.js";
import type { SpaceRow } from "./snapshot.js";
import type { RecordPage, TableDescription } from "./table-description.js";

/** How long typing must pause before a search is sent. */
const TYPING_MS = 150;

/** The search, the space and the description of the page. */
export function createRecordControls(onChange: () => void) {
  const search = byId("record-search") as HTMLInputElement;
  const space = byId("record-space") as HTMLSelectElement;
  let typing: ReturnType<typeof setTimeout> | undefined;

  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(onChange, TYPING_MS);
  });
  space.addEventListener("change", onChange);

  return {
    read: () => ({ search: search.value, space: space.value }),
    /** Resets them for another table. */
    prepare({ name, hasSpaces, actions }: TableDescription) {
      search.value = "";
      space.value = "";
      byId("records-title").textContent = formatTitle(name);
      byId("record-space-label").hidden = !hasSpaces;
      byId("record-create").hidden = !actions.create;
      byId("record-create").textContent = `${actions.create?.title ?? ""}…`;
    },
    describe: describePage,
    setSpaces: (spaces: readonly SpaceRow[]) => offerSpaces(space, spaces),
  };
}

function describePage(page: RecordPage): void {
  const { rows, start, total, matching, scanned } = page;
  const limit = scanned < total ? `, in the first ${formatCount(scanned)}` : "";
  byId("record-count").textContent = formatRange(page, total) + limit;
  byId("record-previous").hidden = start === 0;
  byId("record-next").hidden = start + rows.length >= matching;
  byId("no-records").hidden = rows.length > 0;
}

function offerSpaces(select: HTMLSelectElement, spaces: readonly SpaceRow[]): void {
  const chosen = select.value;
  const named = spaces.map(({ id, name, items }) => new Option(`${name} (${items})`, id));
  const options = [new Option("All spaces", ""), ...named];
  // Redrawing would close an open list.
  if (options.map(({ text }) => text).join() === [...select.options].map(({ text }) => text).join()) return;
  select.replaceChildren(...options);
  select.value = spaces.some(({ id }) => id === chosen) ? chosen : "";
}
