import { announce } from "./announce.js";
import { byId, element } from "./element.js";
import { labelled } from "./labelled.js";
import { parseFields } from "./parse-fields.js";
import { sendAction } from "./send-action.js";
import type { FaultField, Setup } from "./setup.js";

const ANY = "any operation";
const ALWAYS = "every one";
const BY_KIND = "the default of the kind";
const CARRIED_OUT = "yes, although its response is lost";

/** A form for a fault with all of its fields. */
export function createFaultForm({ operations, faultKinds }: Setup): void {
  const form = byId("fault-form") as HTMLFormElement;
  const kind = element("select", { name: "kind" }, ...faultKinds.map((each) => new Option(each.title, each.kind)));
  const own = element("div", { class: "fields" });
  const fields = () => faultKinds.find((each) => each.kind === kind.value)?.fields ?? [];
  const showFields = () => own.replaceChildren(...fields().map(createField));
  kind.addEventListener("change", showFields);
  showFields();
  const shared = element("div", { class: "fields" }, ...sharedFields(operations).map(createField));
  form.append(labelled("What happens", kind), own, shared, element("button", { type: "submit" }, "Add fault"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      void sendAction("faults", "The fault is added.", { body: readFault(new FormData(form), fields()) });
    } catch (error) {
      announce((error as Error).message, "error");
    }
  });
}

function sharedFields(operations: readonly string[]): FaultField[] {
  return [
    { name: "operation", label: "Operation", value: ANY, type: "choice", choices: [ANY, ...operations] },
    { name: "times", label: "Requests", value: "1", type: "choice", choices: [ALWAYS, "1", "2", "3", "5", "10"] },
    { name: "percent", label: "Chance, %", value: "100", type: "number", minimum: 0, maximum: 100 },
    { name: "applied", label: "Carried out", value: BY_KIND, type: "choice", choices: [BY_KIND, CARRIED_OUT, "no"] },
  ];
}

function createField({ name, label, value, type, choices = [], minimum, maximum, optional }: FaultField): HTMLElement {
  if (type === "choice") {
    const select = element("select", { name }, ...choices.map((choice) => new Option(choice)));
    select.value = value;
    return labelled(label, select);
  }
  const input = element("input", {
    name,
    type: type === "number" ? "number" : "text",
    value,
    min: minimum,
    max: maximum,
    required: optional ? undefined : "",
    autocomplete: "off",
  });
  return labelled(label, input);
}

function readFault(data: FormData, fields: readonly FaultField[]): Record<string, unknown> {
  const { kind, operation, times, percent, applied, ...texts } = Object.fromEntries(data) as Record<string, string>;
  return {
    kind,
    ...parseFields(fields, ({ name }) => texts[name] ?? ""),
    ...(operation !== ANY && { operation }),
    // JSON has no Infinity.
    times: times === ALWAYS ? null : Number(times),
    ...(applied !== BY_KIND && { applied: applied === CARRIED_OUT }),
    ...(percent !== "100" && { probability: Number(percent) / 100 }),
  };
}
