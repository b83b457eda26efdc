import type { FieldDescription } from "@serviceform/types/describe";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";
import type { ListOperation } from "../tools/list-operation.js";
import { toTime } from "./to-time.js";
import { assertFields } from "./view-record.js";

/** Whether a record meets a condition. */
export type Condition = (record: Input) => boolean;

/**
 * The conditions of `where`. Throws `InvalidInput` for an unknown field or an unfit operator: while personal data is held
 * back, any comparison but `=` would reveal it step by step.
 */
export function parseConditions(
  { schemas, element }: ListOperation,
  where: readonly Input[],
  { personal }: Settings,
): Condition[] {
  return where.map((given, index) => {
    const param = `where[${index}]`;
    const { field: name, op, value } = given;
    if (typeof name !== "string") throw new InvalidInput(`${param}.field is required`);
    if (typeof op !== "string") throw new InvalidInput(`${param}.op is required`);
    if (value === undefined) throw new InvalidInput(`${param}.value is required`);
    assertFields(schemas, element, [name]);

    const field = schemas[element]?.fields[name] as FieldDescription; // asserted
    const isHeldBack = personal !== "full" && (field.personal || holdsPersonal(schemas, field.schema));
    if (isHeldBack && op !== "=") throw new InvalidInput(`${param}.op must be = for ${name}, which is personal data`);
    return createCondition(name, op, value, field, param);
  });
}

/** Whether a field of a schema is personal, at any depth. */
function holdsPersonal(
  schemas: ListOperation["schemas"],
  name: string | undefined,
  seen: readonly string[] = [],
): boolean {
  if (name === undefined || seen.includes(name)) return false;
  const fields = Object.values(schemas[name]?.fields ?? {});
  return fields.some(({ personal, schema }) => personal || holdsPersonal(schemas, schema, [...seen, name]));
}

function createCondition(name: string, op: string, value: unknown, field: FieldDescription, param: string): Condition {
  const wanted = toComparable(value, field);
  if (wanted === undefined) throw new InvalidInput(`${param}.value must be ${expectedOf(field)} for ${name}`);
  return (record) => {
    const received = record[name];
    // A missing value differs from any, and is neither smaller nor larger.
    if (received === undefined || received === null) return op === "!=";
    if (op === "~") return textOf(received).toLowerCase().includes(textOf(value).toLowerCase());
    return compare(toComparable(received, field) ?? textOf(received), wanted, op);
  };
}

/** Times as milliseconds, numbers as numbers, all else as text. */
function toComparable(value: unknown, field: FieldDescription): string | number | undefined {
  const isTime = field.format === "date-time" || field.unit === "epoch-seconds";
  if (isTime) return toTime(value, field) ?? (typeof value === "string" ? validTime(value) : undefined);
  if (field.type !== "number" && field.type !== "integer") return textOf(value);
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** An assistant writes ISO 8601 for fields in epoch seconds too. */
function validTime(text: string): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function expectedOf({ format, unit }: FieldDescription): string {
  return format === "date-time" || unit === "epoch-seconds" ? "a time in ISO 8601" : "a number";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function compare(received: string | number, wanted: string | number, op: string): boolean {
  switch (op) {
    case "=":
      return received === wanted;
    case "!=":
      return received !== wanted;
    case "<":
      return received < wanted;
    case "<=":
      return received <= wanted;
    case ">":
      return received > wanted;
    default:
      return received >= wanted;
  }
}
