import type { FieldDescription } from "@serviceform/types/describe";
import { type Dialect, quoteText, renderTableVersions } from "../target/dialect.js";

/** A function that every session has, since `lower` of SQLite changes only ASCII. */
export const FOLD = "fold_text";

/** SQL for SQLite: JSON and times are text, and times are unchanged. */
export const sqliteDialect: Dialect = {
  json: "text",
  bytes: "blob",
  time: "text",
  integer: "integer",
  serial: "integer",
  hasIndex: true,
  renderFolded: (text) => `${FOLD}(${text})`,
  renderColumn(document, name, field) {
    const path = quoteText(`$."${name.replaceAll('"', '\\"')}"`);
    // Not `->>`: one view with an operator that a version before 3.38 lacks makes it reject the whole file.
    const value = `json_extract(${document}, ${path})`;
    return `case when ${renderCondition(`json_type(${document}, ${path})`, value, field)} then ${value} end`;
  },
  renderElements(document, name) {
    const path = quoteText(`$."${name.replaceAll('"', '\\"')}"`);
    const array = `case when json_type(${document}, ${path}) = 'array' then json_extract(${document}, ${path}) else '[]' end`;
    return { from: `json_each(${array}) element`, where: "element.type = 'object'" };
  },
  renderVersions: renderTableVersions,
};

const TYPES: Readonly<Record<FieldDescription["type"], string>> = {
  string: "= 'text'",
  number: "in ('integer', 'real')",
  integer: "= 'integer'",
  boolean: "in ('true', 'false')",
  array: "= 'array'",
  // A value of any type.
  object: "is not null",
};

function renderCondition(jsonType: string, value: string, { type, format }: FieldDescription): string {
  const condition = `${jsonType} ${TYPES[type]}`;
  if (format !== "date-time") return condition;
  // The pattern rejects words such as `now`, which SQLite would read as a time.
  return `${condition} and ${value} glob '[0-9][0-9][0-9][0-9]-*' and julianday(${value}) is not null`;
}
