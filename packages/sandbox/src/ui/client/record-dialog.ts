import { createReader } from "./create-reader.js";
import { button, byId, element } from "./element.js";
import { formatTitle } from "./format.js";
import { createRecordForm, readPath } from "./record-form.js";
import { sendAction } from "./send-action.js";
import type { SpaceRow } from "./snapshot.js";
import type { RecordAction, RecordRow, TableDescription } from "./table-description.js";

type Fields = Readonly<Record<string, unknown>>;

/** A dialog with a whole record, and the operations for it. */
export function createRecordDialog(onChange: () => void) {
  const dialog = byId("record-dialog") as HTMLDialogElement;
  const read = createReader<Fields>();

  function showDialog(title: string, ...content: HTMLElement[]): void {
    const heading = element("h2", { id: "record-title" }, element("bdi", {}, title));
    const close = button("Close", () => dialog.close());
    dialog.replaceChildren(element("div", { class: "panel-head" }, heading, close), ...content);
    if (!dialog.open) dialog.showModal();
  }

  async function send({ operationId }: RecordAction, input: Fields, success: string): Promise<void> {
    if (!(await sendAction(`operations/${operationId}`, success, { body: input }))) return;
    dialog.close();
    onChange();
  }

  function showRecord({ update, delete: remove }: TableDescription["actions"], id: string, record: Fields): void {
    const content = [renderFields(record)];
    if (update) content.unshift(createRecordForm(update, record, (input) => send(update, input, `${id} is saved.`)));
    if (remove) {
      const removeRecord = () => send(remove, readPath(remove, record), `${id} is deleted.`);
      content.push(element("div", { class: "buttons" }, button(remove.title, removeRecord, { class: "danger" })));
    }
    showDialog(id, ...content);
  }

  return {
    open({ name, key, actions }: TableDescription, { index, fields }: RecordRow) {
      const query = new URLSearchParams({ id: String(fields[key]) });
      void read(`records/${name}/${index}?${query}`, (record) => showRecord(actions, String(record[key]), record));
    },
    /** Opens the form for a new record. */
    create({ actions: { create } }: TableDescription, spaces: readonly SpaceRow[]) {
      if (!create) return;
      const form = createRecordForm(create, {}, (input) => send(create, input, "It is created."), spaces);
      showDialog(create.title, form);
    },
  };
}

function renderFields(record: Fields): HTMLElement {
  const rows = Object.entries(record).flatMap(([name, value]) => [
    element("dt", {}, formatTitle(name)),
    element("dd", { dir: "auto" }, typeof value === "object" ? renderObject(name, value) : String(value)),
  ]);
  return element("dl", { class: "record" }, ...rows);
}

function renderObject(name: string, value: unknown): HTMLElement {
  const attributes = { tabindex: 0, role: "region", "aria-label": formatTitle(name), dir: "ltr" };
  return element("pre", attributes, JSON.stringify(value, undefined, 2));
}
