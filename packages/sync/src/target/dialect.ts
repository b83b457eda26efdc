import type { FieldDescription } from "@serviceform/types/describe";

/** Where the SQL of two databases differs. */
export interface Dialect extends ViewDialect {
  /** Types of columns. */
  readonly json: string;
  readonly bytes: string;
  readonly time: string;
  readonly integer: string;
  /** The type of a primary key that numbers itself. */
  readonly serial: string;
}

/** Where the SQL of their views differs. */
export interface ViewDialect {
  /** The columns `name` of the JSON object in `document`, typed by the contract: null where the value does not match. */
  renderColumn(document: string, name: string, field: FieldDescription): string;
  /** A row `element.value` for each object in the array `name` of `document`: what to join, and under which condition. */
  renderElements(document: string, name: string): { readonly from: string; readonly where: string };
}

/** An identifier, quoted: the names of the contract stand as they are. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
