import type { FieldDescription } from "@serviceform/types/describe";
import { DATE_TIME, MAX_EPOCH_SECONDS, quoteText, type ViewDialect } from "../target/dialect.js";

/** SQL for DuckDB: documents are JSON, times are `timestamptz`. */
export const duckdbDialect: ViewDialect = {
  renderColumn(document, name, field) {
    const path = renderPath(name);
    const type = `json_type(${document}, ${path})`;
    return renderValue(type, `(${document} ->> ${path})`, `(${document} -> ${path})`, field);
  },
  renderElements(document, name) {
    const path = renderPath(name);
    const elements = `json_extract(${document}, ${renderPath(name, "[*]")})`;
    const list = `case when json_type(${document}, ${path}) = 'ARRAY' then ${elements} else [] end`;
    return { from: `unnest(${list}) as element(value)`, where: "json_type(element.value) = 'OBJECT'" };
  },
  /** A lake stores its history in files, which the view of changes reads. */
  renderVersions: (table) => `select account, id, after::json as doc, run as from_run, to_run
from (select *, lead(run) over (partition by account, id order by run) as to_run from ${table}_changes) where op <> 'delete'`,
};

const INTEGERS = "in ('BIGINT', 'UBIGINT')";
const NUMBERS = "in ('BIGINT', 'UBIGINT', 'DOUBLE')";

function renderPath(name: string, rest = ""): string {
  return quoteText(`$."${name.replaceAll('"', '\\"')}"${rest}`);
}

/** Null if the value does not match. */
function renderValue(jsonType: string, text: string, json: string, { type, format, unit }: FieldDescription): string {
  const where = (condition: string, value: string): string => `case when ${jsonType} ${condition} then ${value} end`;
  const number = `try_cast(${text} as double)`;
  if (unit === "epoch-seconds") {
    return where(NUMBERS, `case when ${number} between 0 and ${MAX_EPOCH_SECONDS} then to_timestamp(${number}) end`);
  }
  switch (type) {
    case "string":
      if (format !== "date-time") return where("= 'VARCHAR'", text);
      return where(
        "= 'VARCHAR'",
        `case when regexp_matches(${text}, ${quoteText(DATE_TIME)}) then try_cast(${text} as timestamptz) end`,
      );
    case "number":
      return where(NUMBERS, number);
    case "integer":
      return where(INTEGERS, `try_cast(${text} as bigint)`);
    case "boolean":
      return where("= 'BOOLEAN'", `try_cast(${text} as boolean)`);
    case "array":
      return where("= 'ARRAY'", json);
    case "object":
      return where("<> 'NULL'", json);
    default:
      return type satisfies never;
  }
}
