import { element } from "./element.js";
import { formatTitle } from "./format.js";
import type { RecordAction } from "./table-description.js";

type Fields = Readonly<Record<string, unknown>>;

/** Something to choose from. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A form for what an operation writes; its path comes from the record, or from the choices where there is no record yet. */
export function createRecordForm(
  action: RecordAction,
  record: Fields,
  submit: (input: Fields) => void,
  choices: readonly Choice[] = [],
): HTMLElement {
  const parameters = choices.length > 0 ? Object.keys(action.path) : [];
  const fields = [
    ...parameters.map((name) => createSelect(name, choices)),
    ...action.body.map((name) => createTextField(name, record[name])),
  ];
  const form = element(
    "form",
    {},
    ...fields.map(({ node }) => node),
    element("button", { type: "submit" }, action.title),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit({ ...readPath(action, record), ...Object.fromEntries(fields.map(({ name, read }) => [name, read()])) });
  });
  return form;
}

/** The parameters of the path as the record has them. */
export function readPath({ path }: RecordAction, record: Fields): Fields {
  return Object.fromEntries(Object.entries(path).map(([parameter, field]) => [parameter, record[field]]));
}

interface FormField {
  readonly name: string;
  readonly node: HTMLElement;
  read(): unknown;
}

function createSelect(name: string, choices: readonly Choice[]): FormField {
  const select = element("select", {}, ...choices.map(({ value, text }) => element("option", { value }, text)));
  return { name, node: label(formatTitle(name.replace(/Id$/, "")), select), read: () => select.value };
}

/** A text of several lines is one field too. What was not edited stays as it was: browsers normalize line breaks. */
function createTextField(name: string, value: unknown): FormField {
  const area = element("textarea", { rows: "2", dir: "auto", required: "" });
  area.value = typeof value === "string" ? value : "";
  const before = area.value;
  return {
    name,
    node: label(formatTitle(name), area),
    read: () => (area.value === before && value !== undefined ? value : area.value),
  };
}

function label(text: string, control: HTMLElement): HTMLElement {
  return element("label", {}, element("span", { class: "caption" }, text), control);
}
