import { element } from "./element.js";
import { formatTitle } from "./format.js";
import type { RecordAction } from "./table-description.js";

type Fields = Readonly<Record<string, unknown>>;

/** An option of a choice. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A form for the body of an operation; its path comes from the record, or from choices if there is no record yet. */
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

/** The values of the path parameters in the record. */
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

/** Also a field for several lines. A text that was not edited is kept: browsers normalize line breaks. */
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
