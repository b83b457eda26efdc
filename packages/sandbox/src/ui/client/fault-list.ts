import { button, byId, element } from "./element.js";
import { parseFields } from "./parse-fields.js";
import { type ListRow, reconcileList } from "./reconcile-list.js";
import { sendAction } from "./send-action.js";
import type { FaultKindDescription } from "./setup.js";
import type { FaultRow } from "./snapshot.js";

/** Draws a switch for each kind of fault, and below it the faults of that kind. */
export function createFaultList(faultKinds: readonly FaultKindDescription[]): (faults: readonly FaultRow[]) => void {
  const kinds = faultKinds.map(createKind);
  byId("kinds").append(...kinds.map(({ node }) => node));
  return (faults) => {
    for (const { draw } of kinds) draw(faults);
  };
}

function createKind({ kind, title, summary, fields }: FaultKindDescription) {
  const id = `kind-${kind}`;
  let shown: readonly FaultRow[] = [];
  const body = { kind, ...parseFields(fields, ({ value }) => value), times: null };
  const change = async (): Promise<void> => {
    if (shown.length === 0) return void sendAction("faults", `${title} is on.`, { body });
    for (const fault of shown) await sendAction(`faults/${fault.id}`, `${title} is off.`, { method: "DELETE" });
  };
  const toggle = button("", change, { role: "switch", "aria-labelledby": id, class: "switch" });
  const list = element("ul", { "aria-label": `${title}: the faults that are on` });
  const drawList = reconcileList<FaultRow>(list, (fault) => createFault(fault, toggle));
  const label = element("span", { id, class: "title" }, title);
  const text = element("span", {}, label, element("span", { class: "what" }, summary));
  return {
    node: element("li", {}, text, toggle, list),
    draw(faults: readonly FaultRow[]) {
      shown = faults.filter((fault) => fault.kind === kind);
      toggle.setAttribute("aria-checked", String(shown.length > 0));
      drawList(shown);
      list.hidden = shown.length === 0;
    },
  };
}

function createFault({ id }: FaultRow, toggle: HTMLElement): ListRow<FaultRow> {
  const text = element("span");
  const removeFault = (): void => {
    // The element is about to be removed, and the focus would be lost with it.
    toggle.focus();
    void sendAction(`faults/${id}`, `Removed: ${text.textContent}.`, { method: "DELETE" });
  };
  const remove = button("Remove", removeFault, { class: "remove" });
  return {
    node: element("li", {}, text, remove),
    update({ words }) {
      text.textContent = words;
      remove.setAttribute("aria-label", `Remove: ${words}`);
    },
  };
}
