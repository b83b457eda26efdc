import type { FieldDescription } from "@serviceform/types/describe";
import { fieldsOf, type List, type Source, toTime } from "./open-records.ts";

export type Cell = string | number | boolean | Date | null;

/** The rows of a sheet with a list: the names of its fields, then the cells of each record. */
export function toRows(
  records: readonly Source[],
  list: List,
  toCell: (value: unknown, field: FieldDescription) => Cell,
): readonly (readonly Cell[])[] {
  const fields = fieldsOf(list);
  const rows = records.map((record) => fields.map(([name, field]) => toCell(record[name], field)));
  return [fields.map(([name]) => name), ...rows];
}

export function toXlsxCell(value: unknown, field: FieldDescription): Cell {
  if (value === undefined || value === null || value === "") return null;
  const time = toTime(value, field);
  if (time) return time;
  // The limit of Excel.
  return typeof value === "number" || typeof value === "boolean" ? value : toText(value).slice(0, 32_767);
}

export function toText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
