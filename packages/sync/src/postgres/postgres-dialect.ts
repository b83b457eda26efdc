import type { FieldDescription } from "@serviceform/types/describe";
import { DATE_TIME, type Dialect, MAX_EPOCH_SECONDS, quoteText, renderTableVersions } from "../target/dialect.js";

/** SQL for PostgreSQL: documents are `jsonb`, times are `timestamptz`. */
export const postgresDialect: Dialect = {
  json: "jsonb",
  bytes: "bytea",
  time: "timestamptz",
  integer: "bigint",
  serial: "bigint generated always as identity",
  hasIndex: false,
  // The locale of the database decides which letters beyond ASCII have a lower case.
  renderFolded: (text) => String.raw`lower(btrim(${text}, e' \t\r\n'))`,
  renderColumn(document, name, field) {
    const json = `${document} -> ${quoteText(name)}`;
    return renderValue(json, `${document} ->> ${quoteText(name)}`, field);
  },
  renderElements(document, name) {
    const json = `${document} -> ${quoteText(name)}`;
    const array = `case when jsonb_typeof(${json}) = 'array' then ${json} else '[]' end`;
    return { from: `jsonb_array_elements(${array}) element(value)`, where: "jsonb_typeof(element.value) = 'object'" };
  },
  renderVersions: renderTableVersions,
};

/** A function of the mirror: a date such as 30 February must become null, but a cast fails. */
export const TO_TIME = `create or replace function _to_time(value text) returns timestamptz language plpgsql immutable strict as $$
begin return value::timestamptz; exception when others then return null; end $$`;

function renderValue(json: string, text: string, { type, format, unit }: FieldDescription): string {
  const ofType = (name: string, value: string): string =>
    `case when jsonb_typeof(${json}) = '${name}' then ${value} end`;
  const number = `(${text})::numeric`;
  if (unit === "epoch-seconds") {
    return ofType(
      "number",
      `case when ${number} between 0 and ${MAX_EPOCH_SECONDS} then to_timestamp((${text})::double precision) end`,
    );
  }
  switch (type) {
    case "string":
      return ofType(
        "string",
        format === "date-time" ? `case when ${text} ~ ${quoteText(DATE_TIME)} then _to_time(${text}) end` : text,
      );
    case "number":
      return ofType("number", `(${text})::double precision`);
    case "integer": {
      const isBigint = `${number} between -9223372036854775808 and 9223372036854775807 and ${number} = trunc(${number})`;
      return ofType("number", `case when ${isBigint} then ${number}::bigint end`);
    }
    case "boolean":
      return ofType("boolean", `(${text})::boolean`);
    case "array":
      return ofType("array", json);
    case "object":
      return `nullif(${json}, 'null')`;
    default:
      return type satisfies never;
  }
}
