import type { Contract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import { quote } from "../input/quote.js";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";
import { holdBack } from "./hold-back.js";

/** Free text that visitors type, at any depth. */
const FREE_TEXT = new Set(["history", "lastMessage", "tokens"]);

type Schemas = Contract["schemas"];

/** A record as it may leave the server: its named fields, without what the settings hold back. */
export function viewRecord(
  schemas: Schemas,
  schema: string,
  record: Input,
  { personal, lockdown }: Settings,
  fields?: readonly string[],
): Input {
  const picked = pick(record, fields ?? Object.keys(record));
  const shown = holdBack(schemas, schema, picked, personal);
  return lockdown ? (withoutFreeText(shown) as Input) : shown;
}

/** The fields that a list shows. Throws `InvalidInput` for one that the schema lacks. */
export function summaryFields(schemas: Schemas, schema: string): string[] {
  const fields = Object.entries(schemas[schema]?.fields ?? {});
  return fields.filter(([, { summary }]) => summary).map(([name]) => name);
}

export function assertFields(schemas: Schemas, schema: string, fields: readonly string[]): void {
  const known = Object.keys(schemas[schema]?.fields ?? {});
  const unknown = fields.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new InvalidInput(`unknown field ${quote(unknown)}; expected ${known.join(", ")}`);
}

function pick(record: Input, fields: readonly string[]): Input {
  return Object.fromEntries(fields.filter((name) => Object.hasOwn(record, name)).map((name) => [name, record[name]]));
}

function withoutFreeText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFreeText);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !FREE_TEXT.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutFreeText(inner)]));
}
