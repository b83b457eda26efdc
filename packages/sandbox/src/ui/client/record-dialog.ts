import { announce } from "./announce.js";
import { byId, element } from "./element.js";
import { formatTitle } from "./format.js";
import { readJson } from "./read-json.js";
import { createRecordForm, readPath } from "./record-form.js";
import { sendAction } from "./send-action.js";
import type { SpaceRow } from "./snapshot.js";
import type { RecordAction, RecordRow, TableDescription } from "./table-description.js";

type Fields = Readonly<Record<string, unknown>>;

/** A dialog with a whole record, and the operations for it. */
export interface RecordDialog {
  open(table: TableDescription, row: RecordRow): Promise<void>;
  /** Opens the form for a new record. */
  create(table: TableDescription, spaces: readonly SpaceRow[]): void;
}

export function createRecordDialog(onChange: () => void): RecordDialog {
  const dialog = byId("record-dialog") as HTMLDialogElement;

  function showDialog(title: string, ...content: HTMLElement[]): void {
    const close = element("button", { type: "button" }, "Close");
    close.addEventListener("click", () => dialog.close());
    const head = element(
      "div",
      { class: "panel-head" },
      element("h2", { id: "record-title" }, element("bdi", {}, title)),
      close,
    );
    dialog.replaceChildren(head, ...content);
    if (!dialog.open) dialog.showModal();
  }

  async function send({ operationId }: RecordAction, input: Fields, success: string): Promise<void> {
    if (!(await sendAction(`operations/${operationId}`, success, { body: input }))) return;
    dialog.close();
    onChange();
  }

  return {
    async open({ name, key, actions }, { index, fields }) {
      try {
        const query = new URLSearchParams({ id: String(fields[key]) });
        const record = await readJson<Fields>(`records/${name}/${index}?${query}`);
        const id = String(record[key]);
        const content = [renderFields(record)];
        const { update, delete: remove } = actions;
        if (update)
          content.unshift(createRecordForm(update, record, (input) => send(update, input, `${id} is saved.`)));
        if (remove)
          content.push(createDeleteButton(remove, () => send(remove, readPath(remove, record), `${id} is deleted.`)));
        showDialog(id, ...content);
      } catch (error) {
        announce((error as Error).message, "error");
      }
    },
    create({ actions }, spaces) {
      const { create } = actions;
      if (!create) return;
      const choices = spaces.filter(({ id }) => id !== "").map(({ id, name }) => ({ value: id, text: name }));
      showDialog(
        create.title,
        createRecordForm(create, {}, (input) => send(create, input, "It is created."), choices),
      );
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
  return element(
    "pre",
    { tabindex: "0", role: "region", "aria-label": formatTitle(name), dir: "ltr" },
    JSON.stringify(value, undefined, 2),
  );
}

function createDeleteButton({ title }: RecordAction, remove: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "danger" }, title);
  button.addEventListener("click", remove);
  return element("div", { class: "buttons" }, button);
}
