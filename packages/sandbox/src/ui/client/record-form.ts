import { element } from "./element.js";
import { formatTitle } from "./format.js";
import { labelled } from "./labelled.js";
import type { SpaceRow } from "./snapshot.js";
import type { RecordAction } from "./table-description.js";

type Fields = Readonly<Record<string, unknown>>;

/** A form for the body of an operation; its path comes from the record, or from a space if there is no record yet. */
export function createRecordForm(
  action: RecordAction,
  record: Fields,
  submit: (input: Fields) => void,
  spaces: readonly SpaceRow[] = [],
): HTMLElement {
  const parameters = spaces.length > 0 ? Object.keys(action.path) : [];
  const selects = parameters.map((name) => createSelect(name, spaces));
  const areas = action.body.map((name) => createTextArea(name, record[name]));
  const form = element(
    "form",
    {},
    ...selects.map((select) => labelled(formatTitle(select.name.replace(/Id$/, "")), select)),
    ...areas.map((area) => labelled(formatTitle(area.name), area)),
    element("button", { type: "submit" }, action.title),
  );
  const fields = [...selects, ...areas].map((control) => ({ control, initial: control.value }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // A text that was not edited is kept: browsers normalize line breaks.
    const entries = fields.map(({ control: { name, value }, initial }) => {
      return [name, value === initial ? (record[name] ?? value) : value];
    });
    submit({ ...readPath(action, record), ...Object.fromEntries(entries) });
  });
  return form;
}

/** The values of the path parameters in the record. */
export function readPath({ path }: RecordAction, record: Fields): Fields {
  return Object.fromEntries(Object.entries(path).map(([parameter, field]) => [parameter, record[field]]));
}

function createSelect(name: string, spaces: readonly SpaceRow[]): HTMLSelectElement {
  return element("select", { name }, ...spaces.map((space) => new Option(space.name, space.id)));
}

/** Also a field for several lines. */
function createTextArea(name: string, value: unknown): HTMLTextAreaElement {
  const text = typeof value === "string" ? value : "";
  return element("textarea", { name, rows: 2, dir: "auto", required: "" }, text);
}
