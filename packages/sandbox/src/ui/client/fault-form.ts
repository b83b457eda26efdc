import { announce } from "./announce.js";
import { byId, element } from "./element.js";
import { parseField } from "./parse-field.js";
import { sendAction } from "./send-action.js";
import type { FaultField, FaultKindDescription, Setup } from "./setup.js";

const ANY = "any operation";
const ALWAYS = "every one";
const BY_KIND = "the default of the kind";
const CARRIED_OUT = "yes, although its response is lost";

/** A form for a fault with all of its fields. */
export function createFaultForm({ operations, faultKinds }: Setup): void {
  const form = byId("fault-form") as HTMLFormElement;
  const kind = element("select", { name: "kind" }, ...faultKinds.map((each) => option(each.kind, each.title)));
  const own = element("div", { class: "fields" });
  const showFields = () => {
    const chosen = faultKinds.find((each) => each.kind === kind.value);
    own.replaceChildren(...(chosen?.fields ?? []).map(createField));
  };
  kind.addEventListener("change", showFields);
  showFields();
  const shared = element("div", { class: "fields" }, ...sharedFields(operations).map(createField));
  form.append(labelled("What happens", kind), own, shared, element("button", { type: "submit" }, "Add fault"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      void sendAction("faults", "The fault is added.", { body: readFault(new FormData(form), faultKinds) });
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
    {
      name: "applied",
      label: "Carried out",
      value: BY_KIND,
      type: "choice",
      choices: [BY_KIND, CARRIED_OUT, "no"],
    },
  ];
}

function createField({ name, label, value, type, choices = [], minimum, maximum, optional }: FaultField): HTMLElement {
  if (type === "choice") {
    const select = element("select", { name }, ...choices.map((choice) => option(choice, choice)));
    select.value = value;
    return labelled(label, select);
  }
  const input = element("input", {
    name,
    type: type === "number" ? "number" : "text",
    min: minimum?.toString(),
    max: maximum?.toString(),
    required: optional ? undefined : "",
    autocomplete: "off",
  });
  input.value = value;
  return labelled(label, input);
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return element("label", {}, element("span", { class: "caption" }, text), control);
}

function option(value: string, text: string): HTMLElement {
  return element("option", { value }, text);
}

function readFault(data: FormData, faultKinds: readonly FaultKindDescription[]): Record<string, unknown> {
  const { kind, operation, times, percent, applied, ...rest } = Object.fromEntries(data) as Record<string, string>;
  const fields = faultKinds.find((each) => each.kind === kind)?.fields ?? [];
  const own = fields
    .filter(({ name }) => rest[name] !== "")
    .map((field) => [field.name, parseField(field, rest[field.name] ?? "")]);
  return {
    kind,
    ...Object.fromEntries(own),
    ...(operation !== ANY && { operation }),
    // JSON has no Infinity.
    times: times === ALWAYS ? null : Number(times),
    ...(applied !== BY_KIND && { applied: applied === CARRIED_OUT }),
    ...(percent !== "100" && { probability: Number(percent) / 100 }),
  };
}
