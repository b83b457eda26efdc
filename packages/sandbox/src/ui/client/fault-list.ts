import { byId, element } from "./element.js";
import { parseField } from "./parse-field.js";
import { reconcileList } from "./reconcile-list.js";
import { sendAction } from "./send-action.js";
import type { FaultKindDescription } from "./setup.js";
import type { FaultRow } from "./snapshot.js";

/** Draws a switch for each kind of fault, and below it the faults of that kind. */
export function createFaultList(faultKinds: readonly FaultKindDescription[]): (faults: readonly FaultRow[]) => void {
  const kinds = faultKinds.map(createKind);
  byId("kinds").append(...kinds.map(({ node }) => node));
  return (faults) => {
    for (const { kind, draw } of kinds) draw(faults.filter((fault) => fault.kind === kind));
  };
}

function createKind({ kind, title, summary, fields }: FaultKindDescription) {
  const id = `kind-${kind}`;
  let shown: readonly FaultRow[] = [];
  const toggle = element("button", { type: "button", role: "switch", "aria-labelledby": id, class: "switch" });
  const list = element("ul", { "aria-label": `${title}: the faults that are on` });
  const drawList = reconcileList<FaultRow>(
    list,
    (fault) => String(fault.id),
    (fault) => createFault(fault, toggle),
  );
  toggle.addEventListener("click", async () => {
    if (shown.length === 0)
      return void sendAction("faults", `${title} is on.`, { body: { kind, ...defaultsOf(fields), times: null } });
    for (const fault of shown) await sendAction(`faults/${fault.id}`, `${title} is off.`, { method: "DELETE" });
  });
  const label = element("span", { id, class: "title" }, title);
  const text = element("span", { class: "text" }, label, element("span", { class: "what" }, summary));
  return {
    kind,
    node: element("li", {}, text, toggle, list),
    draw(faults: readonly FaultRow[]) {
      shown = faults;
      toggle.setAttribute("aria-checked", String(faults.length > 0));
      drawList(faults);
      list.hidden = faults.length === 0;
    },
  };
}

function createFault(fault: FaultRow, toggle: HTMLElement) {
  const words = element("span");
  const remove = element(
    "button",
    { type: "button", class: "remove", "aria-label": `Remove: ${fault.words}` },
    "Remove",
  );
  remove.addEventListener("click", () => {
    // The element is about to be removed, and the focus would be lost with it.
    toggle.focus();
    void sendAction(`faults/${fault.id}`, `Removed: ${words.textContent}.`, { method: "DELETE" });
  });
  return {
    node: element("li", {}, words, remove),
    update(now: FaultRow) {
      words.textContent = now.words;
      remove.setAttribute("aria-label", `Remove: ${now.words}`);
    },
  };
}

function defaultsOf(fields: FaultKindDescription["fields"]): Record<string, unknown> {
  const filled = fields.filter(({ value }) => value !== "");
  return Object.fromEntries(filled.map((field) => [field.name, parseField(field, field.value)]));
}
